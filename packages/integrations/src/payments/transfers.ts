import type { Bill } from './bill.ts'

/** Money that goes out to a person. */
export interface TransferOrder {
  /** The idempotency key, at most 32 letters and digits: the same one after every outcome that is not final. */
  transferNo: string
  amountFen: number
  payee: { account: string; realName: string }
  /** What the payee reads in the channel's app. */
  remark: string
  notifyUrl: string
}

/** Why a transfer failed, in our terms. `other`: the vendor's code says more. */
export const transferFailures = [
  'not_confirmed',
  'name_mismatch',
  'payee_not_found',
  'channel_short',
  'over_limit',
  'other',
] as const
export type TransferFailure = (typeof transferFailures)[number]

/**
 * `absent`: the channel knows no such transfer. `awaiting_confirm`: the payee has to take it in the channel's app. `returned`: it had
 * arrived, and was brought back.
 */
export type TransferState = 'absent' | 'processing' | 'awaiting_confirm' | 'paid' | 'failed' | 'cancelled' | 'returned'

export interface Transfer {
  state: TransferState
  amountFen: number | null
  /** The channel's own number. */
  channelNo: string | null
  failure: TransferFailure | null
  /** The channel's own code for that. */
  vendorCode: string | null
  /** What the channel's app needs for the payee to take it. */
  confirmCode: string | null
}

/** Only says that something has happened: `query` says what. */
export interface TransferNotice {
  type: 'transfer'
  orderNo: null
  transferNo: string
}

/** Ways of money out; every call throws a PaymentFailure like those of the channel. */
export interface Transfers {
  /** Whether the merchant's contract and keys allow it. */
  isOffered: boolean
  /** How long a payee has to take it in the channel's app; null where it arrives by itself. */
  confirmMs: number | null
  /** @throws PaymentFailure `unknown_outcome`: `query` under the same number before anything else; `refused`: likewise */
  transfer(order: TransferOrder, signal?: AbortSignal): Promise<Transfer>
  query(transferNo: string, signal?: AbortSignal): Promise<Transfer>
  /** Asks for it back before the payee has taken it; what became of it says `query`. */
  cancel(transferNo: string, signal?: AbortSignal): Promise<void>
  /** What left and what came back on a day, by the account's flow: the channel's bill of trades has none of it. */
  downloadFlow(day: string, signal?: AbortSignal): Promise<Bill | 'not_ready'>
}

export const noTransfer: Transfer = {
  state: 'absent',
  amountFen: null,
  channelNo: null,
  failure: null,
  vendorCode: null,
  confirmCode: null,
}
