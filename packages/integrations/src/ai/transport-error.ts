import { VendorError } from '@mozhou/contracts/vendor-error'

/** The operating system's or undici's own code (ECONNRESET, UND_ERR_SOCKET …) from anywhere in the chain of causes. */
export function findNetworkCode(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 8; current = current.cause, depth += 1) {
    if ('code' in current && typeof current.code === 'string') return current.code
  }
  return undefined
}

/** No answer came over the wire at all. An address that we refuse ourselves is for an operator to mend: asking again is no use. */
export function connectionError(vendor: string, cause: unknown): VendorError {
  const vendorCode = findNetworkCode(cause) ?? 'connection_failed'
  const kind = vendorCode === 'ADDRESS_REFUSED' ? 'model_gone' : 'unavailable'
  return new VendorError(kind, { vendor, vendorCode, cause })
}

/**
 * A broken connection as the vendor's fault; a VendorError stays as it is. Anything else is our own mistake and is
 * returned unchanged, so that a bug is not retried as bad weather.
 */
export function toTransportError(vendor: string, error: unknown): unknown {
  const isNetwork = !(error instanceof VendorError) && findNetworkCode(error) !== undefined
  return isNetwork ? connectionError(vendor, error) : error
}
