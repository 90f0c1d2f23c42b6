import type { DomainContext } from '../context.ts'
import { announceDone } from '../generations/announce-done.ts'
import type { FinishedGeneration } from '../generations/load-finished.ts'

/**
 * Ends a rewrite with its draft as the replacement on offer: the work and its current version stay as they are. One that was stopped
 * after its first words ends so too, incomplete: a part can be accepted, and stays charged. A repeat changes nothing.
 */
export async function endRewrite(
  ctx: DomainContext,
  finished: FinishedGeneration,
  end: { epoch: number; finish: 'stop' | 'length' },
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.prisma.$executeRaw`
    WITH ended AS (
      UPDATE generations SET status = 'succeeded', is_cut = ${end.finish === 'length'}, finished_at = ${now}
      WHERE id = ${finished.id}::uuid AND status IN ('accepted', 'running') AND draft_epoch = ${end.epoch}
      RETURNING creation_id
    )
    UPDATE creations SET status = 'succeeded' FROM ended WHERE creations.id = ended.creation_id`
  await announceDone(ctx, finished.id, {
    type: 'done',
    status: 'succeeded',
    versionId: null,
    isIncomplete: end.finish === 'length',
    refundedCredits: 0,
    failure: null,
  })
}
