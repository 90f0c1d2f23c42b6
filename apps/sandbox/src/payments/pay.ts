import { announce } from './announce.ts'
import type { Acting } from './merchant.ts'
import { expireAt, isPastTime, type Trade } from './trade.ts'

export interface Payment {
  /** Past its time, and even where it was closed: the payer was at the cashier before. */
  isLate: boolean
  /** How much less than asked for. */
  lessFen: number
  /** Left out: now. */
  at: Date | null
}

export type PayEnd = 'paid' | 'already_paid' | 'expired' | 'closed'

/** The payer's phone reads the code: from here on the channel knows of the trade. */
export function scanTrade({ merchant }: Acting, trade: Trade): void {
  const now = merchant.clock.now()
  if (merchant.closesExpired) expireAt(trade, now)
  if (trade.state === 'offered' && !isPastTime(trade, now)) trade.state = 'waiting'
}

function whyNotPayable({ merchant }: Acting, trade: Trade, { isLate }: Payment): PayEnd | null {
  if (trade.state === 'paid' || trade.state === 'finished') return 'already_paid'
  if (isLate) return null
  if (trade.state === 'closed') return 'closed'
  return isPastTime(trade, merchant.clock.now()) ? 'expired' : null
}

export function payTrade(acting: Acting, trade: Trade, payment: Payment): PayEnd {
  const { merchant } = acting
  scanTrade(acting, trade)
  const refusal = whyNotPayable(acting, trade, payment)
  if (refusal !== null) return refusal
  trade.state = 'paid'
  trade.paidAt = payment.at ?? merchant.clock.now()
  trade.paidFen = trade.amountFen - payment.lessFen
  trade.payerId = merchant.newPayerId()
  if (trade.transactionId === '') trade.transactionId = merchant.newTransactionId()
  announce(acting, { trade, event: 'paid', url: trade.notifyUrl })
  return 'paid'
}
