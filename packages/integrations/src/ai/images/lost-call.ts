import { VendorError } from '@mozhou/contracts/vendor-error'
import { connectionError, findNetworkCode } from '../transport-error.ts'

/** `submit` begins work that costs; anything else is safe to ask again. */
export type CallMode = 'submit' | 'safe'

/** Failures that show before a byte of the request has left. */
const neverSent = new Set([
  'ADDRESS_REFUSED',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** A call without an answer. Work may have been begun by a submit, which is therefore never sent again. */
export function unanswered(vendor: string, mode: CallMode, vendorCode: string, cause?: unknown): VendorError {
  return new VendorError(mode === 'submit' ? 'outcome_unknown' : 'unavailable', { vendor, vendorCode, cause })
}

/** What a broken connection means; an error that has nothing to do with the network is our own and stays as it is. */
export function brokenCall(vendor: string, mode: CallMode, cause: unknown): unknown {
  if (cause instanceof VendorError) return cause
  const code = findNetworkCode(cause)
  // fetch tells of a body that broke off as a TypeError without a code.
  const isFetch = cause instanceof TypeError && /fetch failed|terminated/.test(cause.message)
  if (code === undefined && !isFetch) return cause
  if (mode === 'safe' || (code !== undefined && neverSent.has(code))) return connectionError(vendor, cause)
  return unanswered(vendor, mode, code ?? 'connection_failed', cause)
}

/** A gateway that gave up waiting does not know what became of the request either. */
export function isUnknownOutcome(mode: CallMode, httpStatus: number): boolean {
  return mode === 'submit' && (httpStatus === 504 || httpStatus === 524)
}

/** Runs a call under a deadline of its own. @throws what `signal` says when it aborts; VendorError when time is up */
export async function withDeadline<T>(
  { vendor, mode, timeoutMs }: { vendor: string; mode: CallMode; timeoutMs: number },
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    return await run(AbortSignal.any([signal, deadline]))
  } catch (cause) {
    signal.throwIfAborted()
    if (deadline.aborted && !(cause instanceof VendorError)) throw unanswered(vendor, mode, 'timeout', cause)
    throw brokenCall(vendor, mode, cause)
  }
}
