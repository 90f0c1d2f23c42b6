import type { ErrorCode } from '@mozhou/contracts/errors'
import { withPostingErrors } from '../credits/post-entry.ts'
import { reversalCall } from '../credits/reverse-entry.ts'
import { Prisma } from '@mozhou/db/client'
import { usagesLost } from '../models/write-usage.ts'
import { inActive } from './active-generation.ts'
import { callsClosed } from './close-calls.ts'
import { failGeneration } from './fail-generation.ts'
import type { GenerationsContext } from './fulfilment.ts'
import { refundOf } from './refund-generation.ts'
import { keepDelivered } from './settle-failed.ts'

const code: ErrorCode = 'GENERATION_FAILED'

/**
 * Settles a generation whose workflow was ended from outside: what is paid for by the piece is kept as far as it was delivered, anything else is
 * failed and refunded in one statement, then announced. One that has come to an end of its own meanwhile is left as it is. False then.
 */
export async function repairGeneration(ctx: GenerationsContext, input: { generationId: string }): Promise<boolean> {
  if (await keepDelivered(ctx, { ...input, lost: 'workflow_lost' })) return true
  const now = ctx.clock.now()
  // The end decides: nothing is refunded unless this statement is what ended the generation.
  const repaired = await withPostingErrors(
    () => ctx.prisma.$executeRaw`
    WITH ended AS (
      UPDATE generations SET status = 'failed', failure_code = ${code}, finished_at = ${now}
      WHERE id = ${input.generationId}::uuid AND ${inActive}
      RETURNING id, creation_id
    ), calls AS (${callsClosed(Prisma.sql`ended`, now)}), lost AS (${usagesLost(Prisma.sql`ended`, 'workflow_lost')}), refunded AS MATERIALIZED (
      SELECT ended.creation_id, count(reversal.id) FROM ended
      LEFT JOIN LATERAL ${reversalCall(ctx, refundOf(input.generationId))} AS reversal ON true
      GROUP BY ended.creation_id
    )
    UPDATE creations SET updated_at = ${now},
      status = CASE WHEN current_version_id IS NULL THEN 'failed' ELSE 'succeeded' END
    FROM refunded WHERE creations.id = refunded.creation_id`,
  )
  if (repaired === 0) return false
  await failGeneration(ctx, { generationId: input.generationId, code })
  return true
}
