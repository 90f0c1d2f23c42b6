import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { announceDone } from './announce-done.ts'
import { endRewrite } from '../editing/end-rewrite.ts'
import { endWithoutVersion } from './end-without-version.ts'
import { isWritten } from '../writing/is-written.ts'
import { loadFinished } from './load-finished.ts'
import type { FinishedGeneration } from './load-finished.ts'
import { readRefundedCredits, refundGeneration } from './refund-generation.ts'
import { storeVersion } from '../writing/store-version.ts'

/**
 * Ends a generation that the person stopped. Any text delivered is kept as a version and stays charged; with nothing delivered the
 * charge is refunded. The same rule stands beside the stop button.
 */
export async function settleStopped(ctx: DomainContext, input: { generationId: string }): Promise<{ isKept: boolean }> {
  const finished = await loadFinished(ctx, input.generationId)
  if (await hasDelivered(ctx, finished)) {
    if (finished.kind === 'rewrite') {
      await endRewrite(ctx, finished, { epoch: finished.draftEpoch, finish: 'length' })
      return { isKept: true }
    }
    const end = { epoch: finished.draftEpoch, status: 'cancelled', isIncomplete: true, isPartial: true } as const
    const { id } = await storeVersion(ctx, finished, end)
    await announceDone(ctx, finished.id, {
      type: 'done',
      status: 'cancelled',
      versionId: id === null ? null : formatId('version', id),
      isIncomplete: true,
      refundedCredits: 0,
      failure: null,
    })
    return { isKept: true }
  }
  const { refundedCredits } = await refundGeneration(ctx, input)
  await endWithoutVersion(ctx, finished.id, { status: 'cancelled', code: null })
  await announceDone(ctx, finished.id, {
    type: 'done',
    status: 'cancelled',
    versionId: null,
    isIncomplete: false,
    refundedCredits,
    failure: null,
  })
  return { isKept: false }
}

async function hasDelivered(ctx: DomainContext, finished: FinishedGeneration): Promise<boolean> {
  if (finished.isEnded) return finished.kind === 'rewrite' ? finished.isSucceeded : finished.versionId !== null
  // Refunded already (a repeat after a failure was settled): what is given back is not also kept as charged.
  if ((await readRefundedCredits(ctx, finished.id)) > 0) return false
  if (finished.usage === null || !isWritten(finished, finished.draftText)) return false
  if (finished.kind !== 'continue' || finished.baseVersionId === null) return true
  const base = await ctx.prisma.version.findUniqueOrThrow({
    where: { id: finished.baseVersionId },
    select: { rawText: true },
  })
  return finished.draftText.length > base.rawText.length
}
