import { failurePolicies } from '@mozhou/contracts/failures'
import type { FailureKind } from '@mozhou/contracts/failures'
import { VendorError } from '@mozhou/contracts/vendor-error'

interface AttemptFailureDetails {
  vendorCode?: string | undefined
  httpStatus?: number | undefined
  /** As it came; see `VendorErrorDetails`. */
  vendorMessage?: string | undefined
  retryAfterMs?: number | undefined
  vendorRequestId?: string | undefined
  /** Overrides the kind's policy: a circuit that is open will not close by asking again. */
  mayRetrySame?: boolean
  cause?: unknown
}

/** One model could not write this text. The kind decides whether it, another or none is asked next. */
export class AttemptFailure extends Error {
  readonly kind: FailureKind
  readonly vendorCode: string | null
  readonly httpStatus: number | null
  /** Private, so that nobody who logs the error logs it. */
  readonly #vendorMessage: string | null
  readonly retryAfterMs: number | null
  readonly vendorRequestId: string | null
  readonly mayRetrySame: boolean

  constructor(kind: FailureKind, details: AttemptFailureDetails = {}) {
    super(`attempt failed: ${kind}${details.vendorCode ? ` (${details.vendorCode})` : ''}`, { cause: details.cause })
    this.name = 'AttemptFailure'
    this.kind = kind
    this.vendorCode = details.vendorCode ?? null
    this.httpStatus = details.httpStatus ?? null
    this.#vendorMessage = details.vendorMessage ?? null
    this.retryAfterMs = details.retryAfterMs ?? null
    this.vendorRequestId = details.vendorRequestId ?? null
    this.mayRetrySame = details.mayRetrySame ?? failurePolicies[kind].sameTarget
  }

  /** The vendor's words as they came; see `VendorErrorDetails`. */
  get vendorMessage(): string | null {
    return this.#vendorMessage
  }
}

/** A newer attempt owns the draft, or the generation has ended: this one must not write another word. */
export class AttemptSuperseded extends Error {
  constructor() {
    super('attempt superseded')
    this.name = 'AttemptSuperseded'
  }
}

/** Anything but a vendor's error on the way to a vendor is a fault of ours and not translated. */
export function toAttemptFailure(error: unknown): AttemptFailure | null {
  if (error instanceof AttemptFailure) return error
  if (!(error instanceof VendorError)) return null
  const { vendorCode, httpStatus, vendorMessage, vendorRequestId, retryAfterMs } = error.details
  return new AttemptFailure(error.kind, {
    vendorCode,
    httpStatus,
    vendorMessage,
    vendorRequestId,
    retryAfterMs,
    cause: error,
  })
}
