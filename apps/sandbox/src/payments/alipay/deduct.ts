import { z } from 'zod'
import type { Agreement } from '../agreement.ts'
import { announce } from '../announce.ts'
import { chinaTime } from '../china-time.ts'
import { yuan } from '../money.ts'
import { totalFen, type Trade } from '../trade.ts'
import { findSigned } from './agreements.ts'
import { dayAfter, isInWindow } from './deduction-day.ts'
import { amount, optionalText, orderNo } from './fields.ts'
import type { Method, MethodCall } from './method.ts'
import { failed, success, type Found } from './reply.ts'

const biz = z.strictObject({
  out_trade_no: orderNo,
  total_amount: amount,
  subject: z.string().min(1).max(256),
  body: optionalText(128),
  product_code: z.literal('CYCLE_PAY_AUTH'),
  agreement_params: z.strictObject({ agreement_no: z.string().min(1).max(64) }),
  timeout_express: z
    .string()
    .regex(/^\d{1,3}[mhd]$/)
    .optional(),
})
type Call = MethodCall<z.infer<typeof biz>>

function whyRefused({ account, biz: asked, faults }: Call, agreement: Agreement | null): Found | null {
  if (account.trades.has(asked.out_trade_no)) return failed('ACQ.TRADE_HAS_SUCCESS', '交易已被支付')
  if (!agreement) return failed('ACQ.AGREEMENT_NOT_EXIST', '用户协议不存在')
  if (agreement.state === 'ended') return failed('ACQ.AGREEMENT_INVALID', '用户协议失效')
  if (asked.total_amount > agreement.singleFen)
    return failed('ACQ.CYCLE_PAY_SINGLE_FEE_EXCEED', '周期扣款的单笔金额超过签约时限制')
  if (!isInWindow(agreement, account.clock.now()))
    return failed('ACQ.CYCLE_PAY_DATE_NOT_MATCH', '扣款日期不在签约时的允许范围之内')
  return faults.includes('payer-short') ? failed('ACQ.BUYER_BALANCE_NOT_ENOUGH', '买家余额不足') : null
}

function newTrade({ account, biz: asked, params }: Call, payerId: string): Trade {
  const now = account.clock.now()
  return {
    orderNo: asked.out_trade_no,
    code: account.numbers.next(`cyc${account.id.slice(-4)}`, 20),
    oldCodes: [],
    transactionId: account.newTransactionId(),
    amountFen: asked.total_amount,
    paidFen: asked.total_amount,
    subject: asked.subject,
    way: 'agreement',
    notifyUrl: params.notify_url ?? '',
    returnUrl: null,
    createdAt: now,
    expiresAt: null,
    state: 'paid',
    paidAt: now,
    closedAt: null,
    payerId,
    refunds: [],
    terms: '',
  }
}

/** Nobody is asked: the agreement is the payer's word. A success moves the next day on by one period. */
export const deductMethod: Method<z.infer<typeof biz>> = {
  biz,
  isPage: false,
  run(call) {
    const { acting, account } = call
    const agreement = findSigned(account, call.biz.agreement_params)
    const refusal = whyRefused(call, agreement)
    if (refusal || !agreement) return refusal ?? failed('ACQ.AGREEMENT_NOT_EXIST', '用户协议不存在')
    const trade = newTrade(call, agreement.payerId)
    account.trades.set(trade.orderNo, trade)
    agreement.nextDay = dayAfter(agreement.period, agreement.nextDay)
    announce(acting, { trade, event: 'paid', url: trade.notifyUrl })
    return success({
      trade_no: trade.transactionId,
      out_trade_no: trade.orderNo,
      buyer_logon_id: '159****5620',
      buyer_user_id: trade.payerId,
      total_amount: yuan(totalFen(trade)),
      receipt_amount: yuan(totalFen(trade)),
      gmt_payment: chinaTime(trade.createdAt),
    })
  },
}
