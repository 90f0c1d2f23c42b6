import { announce } from './announce.ts'
import type { Acting } from './merchant.ts'
import { refundedFen, totalFen, type Trade, type TradeRefund } from './trade.ts'

/** What people of the merchant do at the channel's own console, past the platform; null when there is not so much left. */
export function refundAtConsole({ merchant, ...acting }: Acting, trade: Trade, amountFen: number): TradeRefund | null {
  if (trade.paidAt === null || refundedFen(trade) + amountFen > totalFen(trade)) return null
  const now = merchant.clock.now()
  const number = merchant.newNoticeId().replaceAll(/\D/g, '')
  const refund: TradeRefund = {
    refundNo: `CONSOLE${number}`,
    refundId: number,
    amountFen,
    reason: '商家后台退款',
    createdAt: now,
    doneAt: now,
    state: 'succeeded',
    notifyUrl: null,
  }
  trade.refunds.push(refund)
  announce({ ...acting, merchant }, { trade, event: 'refunded', refund, url: trade.notifyUrl })
  return refund
}

/** Months later nothing can be refunded any more, and the merchant is told once again that it was paid. */
export function finishTrade(acting: Acting, trade: Trade): void {
  if (trade.state !== 'paid') return
  trade.state = 'finished'
  announce(acting, { trade, event: 'finished', url: trade.notifyUrl })
}
