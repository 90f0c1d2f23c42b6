/**
 * `unknown_outcome`: it may have been done, so ask before doing anything else. `refused`: the channel says no, and will again.
 * `misconfigured`: keys, contract or address are wrong, for an operator. `unavailable`: nothing was done, later may do.
 */
export const paymentFailureKinds = [
  'unknown_outcome',
  'refused',
  'misconfigured',
  'unavailable',
  'rate_limited',
] as const
export type PaymentFailureKind = (typeof paymentFailureKinds)[number]

export interface PaymentFailureDetails {
  channel: string
  /** The channel's own code, or ours in lower case where it gave none. */
  vendorCode?: string
  /** The channel's own words, for operators; no keys, no people. */
  vendorMessage?: string
  cause?: unknown
}

/** A call to a payment channel that did not give what was asked. */
export class PaymentFailure extends Error {
  readonly kind: PaymentFailureKind
  readonly details: Omit<PaymentFailureDetails, 'cause'>

  constructor(kind: PaymentFailureKind, { cause, ...details }: PaymentFailureDetails) {
    super(`${details.channel}: ${kind}${details.vendorCode ? ` (${details.vendorCode})` : ''}`, { cause })
    this.name = 'PaymentFailure'
    this.kind = kind
    this.details = details
  }
}
