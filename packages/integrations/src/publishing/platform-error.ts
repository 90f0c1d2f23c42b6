import type { FailureKind } from '@mozhou/contracts/failures'
import { VendorError, type VendorErrorDetails } from '@mozhou/contracts/vendor-error'
import type { AnsweredError, Evidence, Refusal } from './evidence-port.ts'
import type { UploadFailure } from './media-port.ts'

/** A refusal in an answer that was read, with its proof. */
export class PlatformError extends VendorError implements AnsweredError {
  readonly evidence: Evidence

  constructor(kind: FailureKind, details: VendorErrorDetails, evidence: Evidence) {
    super(kind, details)
    this.evidence = evidence
  }
}

/** A VendorError at one picture or film. */
export class UploadFailed extends VendorError implements UploadFailure {
  readonly mediaId: string

  constructor(error: VendorError, mediaId: string) {
    super(error.kind, { ...error.details, cause: error })
    this.mediaId = mediaId
  }
}

/** The answer that refused it, also where the error was given another sense on the way; null where nobody answered. */
export function evidenceOf(error: VendorError): Evidence | null {
  if (error instanceof PlatformError) return error.evidence
  return error.cause instanceof PlatformError ? error.cause.evidence : null
}

export function refusalOf(error: VendorError, mediaId: string | null = null): Refusal {
  const evidence = evidenceOf(error)
  return { error, mediaId: mediaId ?? (error instanceof UploadFailed ? error.mediaId : null), evidence }
}

/** Refused by us, before anybody was asked. */
export const refusedHere = (vendor: string, vendorCode: string, vendorMessage?: string): VendorError =>
  new VendorError('invalid_request', { vendor, vendorCode, ...(vendorMessage !== undefined && { vendorMessage }) })

export const isCode = (error: unknown, ...codes: readonly string[]): error is VendorError =>
  error instanceof VendorError && codes.includes(error.details.vendorCode ?? '')
