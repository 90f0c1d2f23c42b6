import type { ErrorCode } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { inActive } from './active-generation.ts'

/** Ends a generation that left no text. The creation falls back to the version it had, or fails with it, and what a vendor was
 * still asked for nobody waits for any more. One statement. */
export async function endWithoutVersion(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  generationId: string,
  end: { status: 'failed' | 'cancelled'; code: ErrorCode | null },
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.prisma.$executeRaw`
    WITH ended AS (
      UPDATE generations SET status = ${end.status}, failure_code = ${end.code}, finished_at = ${now}
      WHERE id = ${generationId}::uuid AND ${inActive}
      RETURNING id, creation_id
    ), calls AS (
      UPDATE image_calls SET state = 'unknown', ended_at = ${now}, outcomes = NULL
      FROM ended WHERE image_calls.generation_id = ended.id AND image_calls.ended_at IS NULL
    )
    UPDATE creations SET updated_at = ${now},
      status = CASE WHEN current_version_id IS NULL THEN ${end.status} ELSE 'succeeded' END
    FROM ended WHERE creations.id = ended.creation_id`
}
