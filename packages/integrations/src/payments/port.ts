import type { AgreementNotice, Agreements } from './agreements.ts'
import type { Bill } from './bill.ts'
import type { PersonBinding } from './person-binding.ts'
import type { TransferNotice, Transfers } from './transfers.ts'

export type Channel = 'alipay' | 'wechat'

/** `qr` is scanned, `page` is a cashier on a computer, `wap` one on a phone. */
export type PayWay = 'qr' | 'page' | 'wap'

export interface PaymentOrder {
  /** 6 to 32 letters, digits and underscores: what every channel takes. */
  orderNo: string
  amountFen: number
  subject: string
  expiresAt: Date
  way: PayWay
  /** Without a query. */
  notifyUrl: string
  returnUrl: string | null
  clientIp: string | null
}

export interface PaymentStart {
  way: PayWay
  /** To be drawn as a QR code. */
  qrText: string | null
  redirectUrl: string | null
}

/**
 * `absent`: the channel knows no such trade, which is also what it says of a QR that nobody has scanned yet. `refunded`: it was paid, and
 * money has gone back; one channel says so after any refund, the other after a full one, so ask `queryRefund` how much.
 */
export type TradeState = 'absent' | 'waiting' | 'paid' | 'closed' | 'refunded'

export interface Trade {
  state: TradeState
  transactionId: string | null
  orderNo: string
  amountFen: number | null
  paidAt: Date | null
  payerId: string | null
  /** What the channel said, flattened, for finance; without names and accounts of people. */
  raw: Record<string, string>
}

export interface PaidNotice {
  type: 'paid'
  orderNo: string
  transactionId: string
  amountFen: number
  currency: string
  appId: string
  merchantId: string
  paidAt: Date
  payerId: string | null
}

export interface RefundNotice {
  type: 'refund'
  orderNo: string
  refundNo: string
  state: RefundState
  /** Of this refund where the channel says it, else of all refunds of the order so far: `queryRefund` tells. */
  refundFen: number
}

export type Notice =
  | PaidNotice
  | RefundNotice
  | AgreementNotice
  | TransferNotice
  | { type: 'closed' | 'other'; orderNo: string | null }

/** Bytes as they arrived, before any parser; header names in lower case. */
export interface RawNotice {
  body: Uint8Array
  headers: Readonly<Record<string, string | undefined>>
}

/** `id` stays the same when the channel repeats the notice. `probe`: the channel tests whether we refuse wrong signatures. */
export type NoticeReading =
  | { ok: true; notice: Notice; id: string }
  | { ok: false; reason: 'signature' | 'malformed' | 'wrong_app' | 'wrong_merchant' | 'probe' }

/** `abnormal`: the payer's account cannot take it, people must act. `absent`: the channel knows no such refund. */
export type RefundState = 'processing' | 'succeeded' | 'failed' | 'abnormal' | 'absent'

export interface RefundOrder {
  orderNo: string
  /** The idempotency key, at most 64 letters, digits and underscores: the same one after any unknown outcome. */
  refundNo: string
  refundFen: number
  totalFen: number
  reason: string
  notifyUrl: string | null
}

export interface Refund {
  state: RefundState
  refundFen: number | null
  reason: string | null
}

/**
 * One way to take money. Amounts are integer fen. Every call has a deadline of its own and throws a PaymentFailure, or the reason of
 * `signal` when that aborts.
 */
export interface PaymentChannel {
  channel: Channel
  isSandbox: boolean
  /** Repeating it with the same order is safe. */
  createPayment(order: PaymentOrder, signal?: AbortSignal): Promise<PaymentStart>
  /** Never throws for what a stranger may send. */
  parseNotice(raw: RawNotice): Promise<NoticeReading>
  answerTo(verdict: 'accepted' | 'refused'): { status: number; contentType: string; body: string }
  query(orderNo: string, signal?: AbortSignal): Promise<Trade>
  /** A late success notice may still come after `closed` and `absent`. */
  close(orderNo: string, signal?: AbortSignal): Promise<'closed' | 'absent' | 'paid'>
  refund(refund: RefundOrder, signal?: AbortSignal): Promise<Refund>
  queryRefund(refund: { orderNo: string; refundNo: string }, signal?: AbortSignal): Promise<Refund>
  downloadBill(day: string, signal?: AbortSignal): Promise<Bill | 'not_ready'>
  /** Left out where the channel takes no money by agreement. */
  agreements?: Agreements
  /** Left out where the channel pays nobody. */
  transfers?: Transfers
  /** Left out where people type in who they are at the channel. */
  binding?: PersonBinding
}
