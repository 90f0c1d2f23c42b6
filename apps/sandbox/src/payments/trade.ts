export interface TradeRefund {
  refundNo: string
  refundId: string
  amountFen: number
  reason: string
  createdAt: Date
  /** null until the money has arrived. */
  doneAt: Date | null
  state: 'processing' | 'succeeded' | 'closed' | 'abnormal'
  notifyUrl: string | null
}

/** One order at a channel, from the offer of a QR to its last refund. */
export interface Trade {
  orderNo: string
  /** What the payer scans. */
  code: string
  /** Codes given out before, for the same order. */
  oldCodes: string[]
  transactionId: string
  /** What was asked for; a payer who pays less changes what the channel says was paid, `paidFen`. */
  amountFen: number
  paidFen: number | null
  subject: string
  way: string
  notifyUrl: string
  returnUrl: string | null
  createdAt: Date
  expiresAt: Date | null
  /** `offered`: nobody has scanned it. */
  state: 'offered' | 'waiting' | 'paid' | 'closed' | 'finished'
  paidAt: Date | null
  closedAt: Date | null
  payerId: string | null
  refunds: TradeRefund[]
  /** What may not change when the same order is asked for again. */
  terms: string
}

export function refundedFen(trade: Trade): number {
  return trade.refunds.filter(({ state }) => state !== 'closed').reduce((sum, { amountFen }) => sum + amountFen, 0)
}

export const totalFen = (trade: Trade) => trade.paidFen ?? trade.amountFen

export const isPastTime = (trade: Trade, now: Date) => trade.expiresAt !== null && trade.expiresAt <= now

/** A trade that nobody paid in time is closed, whenever somebody looks. An offer that nobody scanned never was a trade. */
export function expireAt(trade: Trade, now: Date): void {
  if (trade.state !== 'waiting' || !isPastTime(trade, now)) return
  trade.state = 'closed'
  trade.closedAt = trade.expiresAt
}
