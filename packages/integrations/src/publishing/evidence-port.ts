import type { VendorError } from '@mozhou/contracts/vendor-error'

/** Proof of one answer, to be kept with the transition that it led to. JSON. */
export interface Evidence {
  /** ISO time at which the answer was read. */
  at: string
  /** The call or the notice, as the platform names it. */
  source: string
  /** Whether the platform said so, or it is what a person gave. */
  by: 'platform' | 'user'
  httpStatus: number | null
  vendorCode: string | null
  requestId: string | null
  /** SHA-256 of the answer's bytes, hexadecimal. */
  answerHash: string | null
}

/** What is thrown where a platform did answer. */
export interface AnsweredError extends VendorError {
  evidence: Evidence
}

/** `error.kind` decides policy (`failurePolicies`), `explain(error)` gives the words. */
export interface Refusal {
  error: VendorError
  /** The picture or film it is about. */
  mediaId: string | null
  evidence: Evidence | null
}
