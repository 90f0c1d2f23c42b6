import type { TxContext } from '../context.ts'
import { inRunning } from './active-generation.ts'
import type { RunEnd, StoredRun } from './fulfilment.ts'
import type { Run } from './load-run.ts'

/**
 * Ends a generation with its draft on offer: the work and its current version stay as they are. One that was stopped after its first
 * words ends so too, cut: a part can be accepted, and stays charged.
 */
export async function endWithOffer(ctx: TxContext, run: Run, end: RunEnd): Promise<StoredRun> {
  const isCut = end.reason !== 'whole'
  await ctx.prisma.$executeRaw`
    WITH ended AS (
      UPDATE generations SET status = 'succeeded', is_cut = ${isCut}, finished_at = ${ctx.clock.now()}
      WHERE id = ${run.id}::uuid AND ${inRunning} AND draft_epoch = ${end.epoch}
      RETURNING creation_id
    )
    UPDATE creations SET status = 'succeeded' FROM ended WHERE creations.id = ended.creation_id`
  return { versionId: null, isIncomplete: isCut }
}
