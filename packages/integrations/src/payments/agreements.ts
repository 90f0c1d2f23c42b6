/** What a payer agrees to: a price at most, at a rhythm, from a day on. Days are `YYYY-MM-DD` on Shanghai's calendar. */
export interface AgreementTerms {
  /** Our number of it: at most 32 letters and digits. */
  externalNo: string
  /** What the payer sees they are signing for, e.g. the name of their account here. */
  accountName: string
  months: number
  /** The day up to which the first deduction may be made; 28 at most in its month. */
  firstDay: string
  /** No deduction may be larger. */
  mostFen: number
  notifyUrl: string
  returnUrl: string | null
  /** On a phone the channel's own app is opened; elsewhere its page shows a code to scan. */
  isOnPhone: boolean
}

export interface Agreement {
  /** `absent`: the channel knows no such agreement, which is also what it says of one that nobody has signed yet. */
  state: 'absent' | 'active' | 'ended'
  /** The channel's number of it. */
  agreementNo: string | null
  /** The next day up to which a deduction may be made. */
  nextDay: string | null
}

export interface AgreementNotice {
  type: 'agreement'
  orderNo: null
  externalNo: string
  agreementNo: string
  state: 'active' | 'ended'
}

/** Named by both numbers: the channel's is missing until it has told us. */
export interface AgreementKey {
  externalNo: string
  agreementNo: string | null
}

export interface DeductionOrder {
  agreementNo: string
  /** The idempotency key: the same one after every outcome, so that nothing is taken twice. */
  orderNo: string
  amountFen: number
  subject: string
  notifyUrl: string
}

export const deductionRefusals = ['payer_short', 'agreement_ended', 'outside_window', 'over_limit', 'other'] as const
export type DeductionRefusal = (typeof deductionRefusals)[number]

export type Deduction =
  | { kind: 'paid'; transactionId: string; amountFen: number; paidAt: Date | null; payerId: string | null }
  /** Nothing was taken. */
  | { kind: 'refused'; reason: DeductionRefusal; vendorCode: string }

/** Money that is taken at a rhythm, by an agreement that the payer signs and may end at the channel. */
export interface Agreements {
  /** Whether new ones may be signed and money taken; ended they are either way. */
  isOffered: boolean
  /** An address for the payer's browser; nothing is there before they sign. */
  signUrl(terms: AgreementTerms): Promise<string>
  query(key: AgreementKey, signal?: AbortSignal): Promise<Agreement>
  /** One that is gone already is none to end. */
  cancel(key: AgreementKey, signal?: AbortSignal): Promise<'ended' | 'absent'>
  /** Moves the next day of deduction, later only. */
  postpone(agreement: { agreementNo: string; day: string; reason: string }, signal?: AbortSignal): Promise<void>
  /** @throws PaymentFailure `unknown_outcome`: ask `query` of the channel for the order, under the same number */
  deduct(order: DeductionOrder, signal?: AbortSignal): Promise<Deduction>
}
