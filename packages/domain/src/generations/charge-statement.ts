import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { postEntryCall } from '../credits/post-entry.ts'
import { chargeKey } from './refund-generation.ts'

interface ChargedGeneration {
  id: string
  priceCredits: number
}

/**
 * Marks generation and creation accepted and posts the charge, all or nothing, in one statement; nothing at all when the generation is
 * no longer merely requested. The entry's key is `charge:{generationId}`; run it inside `withPostingErrors`. A price of 0 posts nothing.
 */
export function chargeStatement(ctx: DomainContext, generation: ChargedGeneration): Prisma.Sql {
  const now = ctx.clock.now()
  return Prisma.sql`
    WITH accepted AS (
      UPDATE generations SET status = 'accepted', accepted_at = ${now}
      WHERE id = ${generation.id}::uuid AND status = 'requested'
      RETURNING creation_id, user_id
    ), charged AS MATERIALIZED (
      SELECT accepted.creation_id FROM accepted ${charge(ctx, generation)}
    )
    UPDATE creations SET status = 'accepted', updated_at = ${now} FROM charged WHERE creations.id = charged.creation_id`
}

/** The call takes the user from the accepted row, so that no plan can post before, or without, the acceptance. */
function charge(ctx: DomainContext, { id, priceCredits }: ChargedGeneration): Prisma.Sql {
  if (priceCredits === 0) return Prisma.empty
  const call = postEntryCall(ctx, {
    key: chargeKey(id),
    kind: 'consume',
    owner: Prisma.sql`accepted.user_id`,
    unit: 'credits',
    amount: -priceCredits,
    reference: { type: 'generation', id },
  })
  return Prisma.sql`CROSS JOIN LATERAL ${call} AS entry`
}
