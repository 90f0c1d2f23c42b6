import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { Deduction, DeductionOrder, DeductionRefusal } from '../agreements.ts'
import { fromBeijingTime } from '../beijing-time.ts'
import { fenToYuan, yuanToFen } from '../yuan.ts'
import { isRefusedWith, textOf } from './errors.ts'
import type { AlipayGateway } from './gateway.ts'
import { queryPayment } from './query-payment.ts'

/** Codes of alipay.trade.pay for 周期扣款, as its document lists them (read 2026-11). Anything else is `other`. */
const refusals: Readonly<Record<string, DeductionRefusal>> = {
  'ACQ.BUYER_BALANCE_NOT_ENOUGH': 'payer_short',
  'ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH': 'payer_short',
  'ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR': 'payer_short',
  'ACQ.AGREEMENT_NOT_EXIST': 'agreement_ended',
  'ACQ.AGREEMENT_INVALID': 'agreement_ended',
  'ACQ.CYCLE_PAY_DATE_NOT_MATCH': 'outside_window',
  'ACQ.CYCLE_PAY_SINGLE_FEE_EXCEED': 'over_limit',
  'ACQ.CYCLE_PAY_TOTAL_FEE_EXCEED': 'over_limit',
  'ACQ.CYCLE_PAY_TOTAL_TIMES_EXCEED': 'over_limit',
}

/** Under a number that was paid already they refuse, and the trade is found by asking. */
export async function deductByAgreement(
  gateway: AlipayGateway,
  { agreementNo, orderNo, amountFen, subject, notifyUrl }: DeductionOrder,
  signal?: AbortSignal,
): Promise<Deduction> {
  try {
    const answer = await gateway.call({
      method: 'alipay.trade.pay',
      biz: {
        out_trade_no: orderNo,
        total_amount: fenToYuan(amountFen),
        subject,
        product_code: 'CYCLE_PAY_AUTH',
        agreement_params: { agreement_no: agreementNo },
      },
      notifyUrl,
      effect: 'changes',
      signal,
    })
    return readPaid(orderNo, answer)
  } catch (error) {
    if (isRefusedWith(error, 'ACQ.TRADE_HAS_SUCCESS')) return findPaid(gateway, orderNo, signal)
    if (!(error instanceof PaymentFailure) || error.kind !== 'refused') throw error
    const vendorCode = error.details.vendorCode ?? 'no_code'
    return { kind: 'refused', reason: refusals[vendorCode] ?? 'other', vendorCode }
  }
}

function readPaid(orderNo: string, answer: Readonly<Record<string, unknown>>): Deduction {
  const transactionId = textOf(answer.trade_no)
  const paidFen = yuanToFen(textOf(answer.total_amount))
  if (transactionId === '' || paidFen === null || answer.out_trade_no !== orderNo)
    throw new PaymentFailure('unknown_outcome', { channel: 'alipay', vendorCode: 'malformed_answer' })
  const payerId = textOf(answer.buyer_open_id) || textOf(answer.buyer_user_id) || null
  return {
    kind: 'paid',
    transactionId,
    amountFen: paidFen,
    paidAt: fromBeijingTime(textOf(answer.gmt_payment)),
    payerId,
  }
}

async function findPaid(gateway: AlipayGateway, orderNo: string, signal?: AbortSignal): Promise<Deduction> {
  const { state, transactionId, amountFen, paidAt, payerId } = await queryPayment(gateway, orderNo, signal)
  if (state !== 'paid' || transactionId === null || amountFen === null)
    throw new PaymentFailure('unknown_outcome', { channel: 'alipay', vendorCode: 'paid_and_not_found' })
  return { kind: 'paid', transactionId, amountFen, paidAt, payerId }
}
