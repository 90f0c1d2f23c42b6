import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { TextTarget } from './port.ts'

export interface Watchdog {
  /** Aborts the upstream request: the caller left, or the vendor was silent for too long. Its reason says which. */
  readonly signal: AbortSignal
  /** Waits for one upstream step; only this time counts as the vendor's silence, not the time a slow reader takes. */
  waitFor<T>(step: PromiseLike<T>): Promise<T>
  /** Content came: from now on the idle limit counts, from zero. */
  progress(): void
  /** Finish and usage have come: all that may follow is the vendor's mark of the end, which some leave out. */
  expectLastWord(): void
  /** The answer is whole: a moment is left for the vendor to close, which keeps the connection usable for the next call. */
  expectEnd(): void
  /** Ends the upstream request if it still runs, and lets go of the caller's signal. */
  stop(): void
}

const closingGraceMs = 200
const lastWordMs = 1_000

export function startWatchdog(vendor: TextVendorKey, limits: TextTarget['limits'], caller: AbortSignal): Watchdog {
  const controller = new AbortController()
  let vendorCode = 'first_token_timeout'
  let budgetMs = limits.firstTokenTimeoutMs
  const giveUp = () => controller.abort(new VendorError('unavailable', { vendor, vendorCode }))
  const aborted = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true })
  })
  // Observed only while a step is awaited; without this an abort between steps would count as unhandled.
  aborted.catch(() => undefined)
  const followCaller = () => controller.abort(caller.reason)
  if (caller.aborted) followCaller()
  else caller.addEventListener('abort', followCaller, { once: true })

  return {
    signal: controller.signal,
    async waitFor(step) {
      const startedAt = performance.now()
      const timer = setTimeout(giveUp, Math.max(0, budgetMs))
      try {
        return await Promise.race([aborted, step])
      } finally {
        clearTimeout(timer)
        budgetMs -= performance.now() - startedAt
      }
    },
    progress() {
      vendorCode = 'idle_timeout'
      budgetMs = limits.idleTimeoutMs
    },
    expectLastWord() {
      budgetMs = Math.min(budgetMs, lastWordMs)
    },
    expectEnd() {
      budgetMs = closingGraceMs
    },
    stop() {
      caller.removeEventListener('abort', followCaller)
      controller.abort()
    },
  }
}
