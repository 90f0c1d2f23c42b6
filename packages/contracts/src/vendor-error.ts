import type { FailureKind } from './failures.ts'

export interface VendorErrorDetails {
  vendor: string
  /** The vendor's own code, for logs and operators; never shown to creators. */
  vendorCode?: string
  httpStatus?: number
  /** The vendor's own words. They may repeat a key or what a person wrote: never logged, and kept only redacted (`redact-vendor-message.ts`). */
  vendorMessage?: string
  /** How long the vendor asked us to wait. */
  retryAfterMs?: number
  vendorRequestId?: string
  cause?: unknown
}

/** A call to a vendor that did not give what was asked. `kind` decides what happens next; the rest is for people. */
export class VendorError extends Error {
  readonly kind: FailureKind
  readonly details: Omit<VendorErrorDetails, 'cause'>

  constructor(kind: FailureKind, { cause, ...details }: VendorErrorDetails) {
    super(`${details.vendor}: ${kind}${details.vendorCode ? ` (${details.vendorCode})` : ''}`, { cause })
    this.name = 'VendorError'
    this.kind = kind
    this.details = details
  }
}
