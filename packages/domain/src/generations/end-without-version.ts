import type { ErrorCode } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { inActive } from './active-generation.ts'
import { callsClosed } from './close-calls.ts'

/** Ends a generation that left nothing, in one statement. The creation falls back to the version it had, or fails with it. */
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
    ), calls AS (${callsClosed(Prisma.sql`ended`, now)})
    UPDATE creations SET updated_at = ${now},
      status = CASE WHEN current_version_id IS NULL THEN ${end.status} ELSE 'succeeded' END
    FROM ended WHERE creations.id = ended.creation_id`
}
