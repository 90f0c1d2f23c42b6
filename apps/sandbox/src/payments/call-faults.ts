import type { VendorAnswer } from '../core/answer.ts'
import type { Exchange } from '../core/exchange.ts'
import { describeFault, hasFault, type ActiveFault } from '../core/faults/active-fault.ts'
import { gatewayPage } from '../core/faults/wire-faults.ts'
import { wait, waitForever } from '../core/wait.ts'
import { writeAnswer } from '../core/write-answer.ts'
import { callFaultNames } from './payment-faults.ts'

/** The faults that wait for this call by any of its names: its order, its merchant, its method. */
export function takeCallFaults(exchange: Exchange, names: readonly string[]): ActiveFault[] {
  const faults = exchange.state.behaviors.takeListed(exchange.vendor, names, callFaultNames)
  exchange.record.faults = faults.map(describeFault)
  return faults
}

/** Writes what was found, or what a fault makes of it; `failure` is the channel's own system error. */
export async function writeWithFaults(
  exchange: Exchange,
  faults: readonly ActiveFault[],
  { answer, failure, headers = {} }: { answer: VendorAnswer; failure: VendorAnswer; headers?: Record<string, string> },
): Promise<void> {
  const slow = hasFault(faults, 'slow-first-byte')
  if (slow) await wait(slow.delayMs ?? exchange.state.settings.slowFirstByteMs, exchange.signal)
  if (hasFault(faults, 'timeout-after-commit') || hasFault(faults, 'hang')) await waitForever(exchange.signal)
  const isFailed = hasFault(faults, 'error-after-commit') !== null
  const told = hasFault(faults, 'html-error') ? gatewayPage : isFailed ? failure : answer
  writeAnswer(exchange, told, headers)
}

/** A client that left while it was made to wait is no defect. */
export function ignoringLeave(serve: () => Promise<void>): Promise<void> {
  return serve().catch((cause: unknown) => {
    if (!(cause instanceof Error && cause.name === 'AbortError')) throw cause
  })
}
