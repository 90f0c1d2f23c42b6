import { z } from 'zod'
import { announce } from '../announce.ts'
import { chinaTime } from '../china-time.ts'
import { yuan } from '../money.ts'
import { refundedFen, totalFen, type Trade, type TradeRefund } from '../trade.ts'
import { amount, optionalText, tradeKey } from './fields.ts'
import { findKnownTrade } from './find-trade.ts'
import type { Method, MethodCall } from './method.ts'
import { notExist } from './query-close.ts'
import { failed, missing, success, type Found } from './reply.ts'

const refundBiz = z.strictObject({
  ...tradeKey,
  refund_amount: amount,
  refund_reason: optionalText(256),
  out_request_no: z.string().min(1).max(64).optional(),
  query_options: z.array(z.string()).optional(),
})
const refundQueryBiz = z.strictObject({
  ...tradeKey,
  out_request_no: z.string().min(1).max(64),
  query_options: z.array(z.string()).optional(),
})

function told(trade: Trade, fundChange: 'Y' | 'N'): Found {
  return success({
    trade_no: trade.transactionId,
    out_trade_no: trade.orderNo,
    buyer_logon_id: '159****5620',
    fund_change: fundChange,
    // Of all refunds of the trade, not of this one.
    refund_fee: yuan(refundedFen(trade)),
    send_back_fee: yuan(refundedFen(trade)),
  })
}

function whyRefused(trade: Trade, refundFen: number, faults: readonly string[]): Found | null {
  if (trade.state === 'finished') return failed('ACQ.TRADE_HAS_FINISHED', '交易已结束')
  if (trade.state !== 'paid') return failed('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
  if (faults.includes('balance-short')) return failed('ACQ.SELLER_BALANCE_NOT_ENOUGH', '卖家余额不足')
  const isTooMuch = refundedFen(trade) + refundFen > totalFen(trade)
  return isTooMuch ? failed('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限') : null
}

function refundTrade({ acting, account, biz, faults }: MethodCall<z.infer<typeof refundBiz>>): Found {
  const trade = findKnownTrade(account, biz)
  if (!trade) return notExist
  const isWhole = biz.refund_amount === totalFen(trade)
  if (biz.out_request_no === undefined && !isWhole) return missing('out_request_no')
  const refundNo = biz.out_request_no ?? trade.orderNo
  const known = trade.refunds.find((refund) => refund.refundNo === refundNo)
  if (known && known.amountFen !== biz.refund_amount) return failed('ACQ.DISCORDANT_REPEAT_REQUEST', '不一致的请求')
  if (known) return told(trade, 'N')
  const refusal = whyRefused(trade, biz.refund_amount, faults)
  if (refusal) return refusal
  const now = account.clock.now()
  const refund: TradeRefund = {
    refundNo,
    refundId: account.numbers.next('RF', 20),
    amountFen: biz.refund_amount,
    reason: biz.refund_reason ?? '',
    createdAt: now,
    doneAt: now,
    state: 'succeeded',
    notifyUrl: null,
  }
  trade.refunds.push(refund)
  announce(acting, { trade, event: 'refunded', refund, url: trade.notifyUrl })
  return told(trade, 'Y')
}

export const refundMethod: Method<z.infer<typeof refundBiz>> = { biz: refundBiz, isPage: false, run: refundTrade }

export const refundQueryMethod: Method<z.infer<typeof refundQueryBiz>> = {
  biz: refundQueryBiz,
  isPage: false,
  run({ account, biz }) {
    const trade = findKnownTrade(account, biz)
    if (!trade) return notExist
    const refund = trade.refunds.find(({ refundNo }) => refundNo === biz.out_request_no)
    // A refund that never was: success, and nothing said of it.
    if (!refund) return success({})
    return success({
      trade_no: trade.transactionId,
      out_trade_no: trade.orderNo,
      out_request_no: refund.refundNo,
      total_amount: yuan(totalFen(trade)),
      refund_amount: yuan(refund.amountFen),
      refund_status: 'REFUND_SUCCESS',
      gmt_refund_pay: chinaTime(refund.createdAt),
    })
  },
}
