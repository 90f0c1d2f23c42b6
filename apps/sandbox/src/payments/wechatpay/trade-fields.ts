import { chinaInstant } from '../china-time.ts'
import { totalFen, type Trade, type TradeRefund } from '../trade.ts'
import type { WechatAccount } from './account.ts'

const descriptions: Readonly<Record<string, string>> = {
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
}

/** An order past its time still waits until somebody closes it. */
export function stateOf(trade: Trade): string {
  if (trade.refunds.length > 0) return 'REFUND'
  if (trade.state === 'closed') return 'CLOSED'
  return trade.paidAt === null ? 'NOTPAY' : 'SUCCESS'
}

export function tradeFields(account: WechatAccount, trade: Trade, state: string): Record<string, unknown> {
  const total = totalFen(trade)
  const base = {
    appid: account.appId,
    mchid: account.id,
    out_trade_no: trade.orderNo,
    trade_state: state,
    trade_state_desc: descriptions[state] ?? '',
    attach: '',
  }
  if (trade.paidAt === null) return { ...base, amount: { total, currency: 'CNY' } }
  return {
    ...base,
    transaction_id: trade.transactionId,
    trade_type: trade.way === 'h5' ? 'MWEB' : 'NATIVE',
    bank_type: 'OTHERS',
    success_time: chinaInstant(trade.paidAt),
    payer: { openid: trade.payerId ?? '' },
    amount: { total, payer_total: total, currency: 'CNY', payer_currency: 'CNY' },
    promotion_detail: [],
  }
}

const refundStatuses = {
  processing: 'PROCESSING',
  succeeded: 'SUCCESS',
  closed: 'CLOSED',
  abnormal: 'ABNORMAL',
} as const

export const refundStatus = ({ state }: TradeRefund) => refundStatuses[state]

export function refundFields(trade: Trade, refund: TradeRefund): Record<string, unknown> {
  const total = totalFen(trade)
  const { amountFen } = refund
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.refundNo,
    transaction_id: trade.transactionId,
    out_trade_no: trade.orderNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: chinaInstant(refund.createdAt),
    ...(refund.doneAt && { success_time: chinaInstant(refund.doneAt) }),
    status: refundStatus(refund),
    funds_account: 'AVAILABLE',
    amount: {
      total,
      refund: amountFen,
      payer_total: total,
      payer_refund: amountFen,
      settlement_total: total,
      settlement_refund: amountFen,
      discount_refund: 0,
      currency: 'CNY',
    },
    promotion_detail: [],
  }
}
