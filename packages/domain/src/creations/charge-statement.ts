import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { postEntryCall } from '../credits/post-entry.ts'
import { chargeKey } from './refund-generation.ts'

interface ChargedGeneration {
  id: string
  userId: string
  priceCredits: number
}

/**
 * Posts the charge and marks generation and creation accepted, all or nothing, in one statement. The entry's key is
 * `charge:{generationId}`; an error of the posting undoes everything; run it inside `withPostingErrors`. A price of 0 posts nothing.
 */
export function chargeStatement(ctx: DomainContext, generation: ChargedGeneration): Prisma.Sql {
  const now = ctx.clock.now()
  const posted =
    generation.priceCredits === 0
      ? Prisma.sql`SELECT NULL::uuid AS id`
      : postEntryCall(ctx, {
          key: chargeKey(generation.id),
          kind: 'consume',
          userId: generation.userId,
          unit: 'credits',
          amount: -generation.priceCredits,
          reference: { type: 'generation', id: generation.id },
        })
  return Prisma.sql`
    WITH posted AS MATERIALIZED (${posted}), accepted AS (
      UPDATE generations SET status = 'accepted', accepted_at = ${now}
      FROM posted WHERE generations.id = ${generation.id}::uuid AND status = 'requested'
      RETURNING creation_id
    )
    UPDATE creations SET status = 'accepted', updated_at = ${now} FROM accepted WHERE creations.id = accepted.creation_id`
}
