import { announceDone } from './announce-done.ts'
import { endWithoutVersion } from './end-without-version.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { GenerationsContext } from './fulfilment.ts'
import { keepRun } from './keep-run.ts'
import { loadRun } from './load-run.ts'
import type { Run } from './load-run.ts'
import { refundGeneration } from './refund-generation.ts'

/**
 * Ends a generation that the person stopped. Whatever was delivered is kept and stays charged; with nothing delivered the charge is
 * refunded. The same rule stands beside the stop button.
 */
export async function settleStopped(
  ctx: GenerationsContext,
  input: { generationId: string },
): Promise<{ isKept: boolean }> {
  const run = await loadRun(ctx, input.generationId)
  if (await hasDelivered(ctx, run)) {
    await keepRun(ctx, run, { epoch: run.draftEpoch, reason: 'stopped' })
    return { isKept: true }
  }
  const { refundedCredits } = await refundGeneration(ctx, input)
  await endWithoutVersion(ctx, run.id, { status: 'cancelled', code: null })
  await announceDone(ctx, run.id, {
    type: 'done',
    status: 'cancelled',
    versionId: null,
    isIncomplete: false,
    refundedCredits,
    failure: null,
  })
  return { isKept: false }
}

async function hasDelivered(ctx: GenerationsContext, run: Run): Promise<boolean> {
  if (run.isEnded) return run.yields === 'offer' ? run.isSucceeded : run.versionId !== null
  // Refunded already (a repeat after a failure was settled): what is given back is not also kept as charged.
  if (run.refundedCredits > 0) return false
  return fulfilmentOf(ctx, run.creationKind).hasDelivered(ctx, run)
}
