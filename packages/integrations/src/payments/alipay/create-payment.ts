import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { toBeijingTime } from '../beijing-time.ts'
import type { PaymentOrder, PaymentStart } from '../port.ts'
import { fenToYuan } from '../yuan.ts'
import type { AlipayGateway } from './gateway.ts'

/** Their gateway takes 256 characters, and these break its own pages. */
const badSubject = /[/=&]+/g
const maxSubject = 256

function bizOf(order: PaymentOrder): Record<string, string> {
  return {
    out_trade_no: order.orderNo,
    total_amount: fenToYuan(order.amountFen),
    subject: order.subject.replaceAll(badSubject, ' ').slice(0, maxSubject).toWellFormed(),
    time_expire: toBeijingTime(order.expiresAt),
  }
}

/** A QR is asked for; the two cashiers are signed addresses, and the payer's browser is the first to open them. */
export async function createPayment(
  gateway: AlipayGateway,
  order: PaymentOrder,
  signal?: AbortSignal,
): Promise<PaymentStart> {
  const { way, notifyUrl, returnUrl } = order
  const biz = bizOf(order)
  if (way === 'page') {
    const page = { ...biz, product_code: 'FAST_INSTANT_TRADE_PAY' }
    return {
      way,
      qrText: null,
      redirectUrl: gateway.pageUrl('alipay.trade.page.pay', { biz: page, notifyUrl, returnUrl }),
    }
  }
  if (way === 'wap') {
    const wap = { ...biz, product_code: 'QUICK_WAP_WAY' }
    return {
      way,
      qrText: null,
      redirectUrl: gateway.pageUrl('alipay.trade.wap.pay', { biz: wap, notifyUrl, returnUrl }),
    }
  }
  const answer = await gateway.call({ method: 'alipay.trade.precreate', biz, notifyUrl, effect: 'changes', signal })
  if (typeof answer.qr_code !== 'string' || answer.out_trade_no !== order.orderNo) {
    throw new PaymentFailure('unknown_outcome', { channel: 'alipay', vendorCode: 'malformed_answer' })
  }
  return { way, qrText: answer.qr_code, redirectUrl: null }
}
