import { z } from 'zod'
import { announce } from '../announce.ts'
import { chinaTime } from '../china-time.ts'
import { yuan } from '../money.ts'
import { refundedFen, totalFen, type Trade } from '../trade.ts'
import { optionalText, tradeKey } from './fields.ts'
import { findKnownTrade } from './find-trade.ts'
import type { Method } from './method.ts'
import { failed, success } from './reply.ts'

const queryBiz = z.strictObject({ ...tradeKey, query_options: z.array(z.string()).optional() })
const closeBiz = z.strictObject({ ...tradeKey, operator_id: optionalText(28), notify_url: optionalText(256) })

export const notExist = failed('ACQ.TRADE_NOT_EXIST', '交易不存在')

function statusOf(trade: Trade): string {
  if (trade.state === 'waiting') return 'WAIT_BUYER_PAY'
  if (trade.state === 'closed') return 'TRADE_CLOSED'
  if (refundedFen(trade) >= totalFen(trade)) return 'TRADE_CLOSED'
  return trade.state === 'finished' ? 'TRADE_FINISHED' : 'TRADE_SUCCESS'
}

export const queryMethod: Method<z.infer<typeof queryBiz>> = {
  biz: queryBiz,
  isPage: false,
  run({ account, biz }) {
    const trade = findKnownTrade(account, biz)
    if (!trade) return notExist
    const amount = yuan(totalFen(trade))
    const isPaid = trade.paidAt !== null
    return success({
      trade_no: trade.transactionId,
      out_trade_no: trade.orderNo,
      buyer_logon_id: '159****5620',
      trade_status: statusOf(trade),
      total_amount: amount,
      buyer_user_id: trade.payerId ?? '2088000000000000',
      ...(isPaid && {
        send_pay_date: chinaTime(trade.paidAt ?? trade.createdAt),
        receipt_amount: amount,
        buyer_pay_amount: amount,
        fund_bill_list: [{ fund_channel: 'ALIPAYACCOUNT', amount }],
      }),
      point_amount: '0.00',
      invoice_amount: isPaid ? amount : '0.00',
    })
  },
}

export const closeMethod: Method<z.infer<typeof closeBiz>> = {
  biz: closeBiz,
  isPage: false,
  run({ acting, account, biz }) {
    const trade = findKnownTrade(account, biz)
    if (!trade) return notExist
    if (trade.state !== 'waiting') return failed('ACQ.REASON_TRADE_STATUS_INVALID', '交易状态异常')
    trade.state = 'closed'
    trade.closedAt = account.clock.now()
    if (biz.notify_url) announce(acting, { trade, event: 'closed', url: biz.notify_url })
    return success({ trade_no: trade.transactionId, out_trade_no: trade.orderNo })
  },
}
