import { VendorError } from '@mozhou/contracts/vendor-error'
import { refusalOf } from './platform-error.ts'
import type { Submission } from './port.ts'

/** What a submit gives back when its one call failed: what was surely not done is refused, and the rest is not known. */
export async function submitOnce(
  clock: { now(): Date },
  signal: AbortSignal,
  run: () => Promise<Submission>,
): Promise<Submission> {
  const sentAfter = clock.now().toISOString()
  try {
    signal.throwIfAborted()
    return await run()
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof VendorError)) throw error
    if (error.kind !== 'outcome_unknown') return { outcome: 'refused', refusal: refusalOf(error) }
    return { outcome: 'outcome_unknown', error, sentAfter, sentBefore: clock.now().toISOString() }
  }
}
