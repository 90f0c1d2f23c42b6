import { fenToYuan, yuanToFen } from '../yuan.ts'
import type { Refund, RefundOrder } from '../port.ts'
import { isRefusedWith, textOf } from './errors.ts'
import type { AlipayGateway } from './gateway.ts'

/**
 * Their `refund_fee` adds up every refund of the trade, so it says nothing of this one. `fund_change` N means that this call moved nothing:
 * a repeat, or a refund still under way, which the refund's own state tells.
 */
export async function refundPayment(
  gateway: AlipayGateway,
  refund: RefundOrder,
  signal?: AbortSignal,
): Promise<Refund> {
  const answer = await gateway.call({
    method: 'alipay.trade.refund',
    biz: {
      out_trade_no: refund.orderNo,
      out_request_no: refund.refundNo,
      refund_amount: fenToYuan(refund.refundFen),
      ...(refund.reason !== '' && { refund_reason: refund.reason.slice(0, 256) }),
    },
    effect: 'changes',
    signal,
  })
  if (answer.fund_change === 'Y') return { state: 'succeeded', refundFen: refund.refundFen, reason: null }
  const known = await queryRefund(gateway, refund, signal)
  return known.state === 'absent' ? { ...known, state: 'processing' } : known
}

/** They answer a question after a refund that never was with success and without a state. */
export async function queryRefund(
  gateway: AlipayGateway,
  { orderNo, refundNo }: { orderNo: string; refundNo: string },
  signal?: AbortSignal,
): Promise<Refund> {
  try {
    const answer = await gateway.call({
      method: 'alipay.trade.fastpay.refund.query',
      biz: { out_trade_no: orderNo, out_request_no: refundNo },
      effect: 'reads',
      signal,
    })
    if (answer.refund_status !== 'REFUND_SUCCESS') return { state: 'absent', refundFen: null, reason: null }
    return { state: 'succeeded', refundFen: yuanToFen(textOf(answer.refund_amount)), reason: null }
  } catch (error) {
    if (isRefusedWith(error, 'ACQ.TRADE_NOT_EXIST')) return { state: 'absent', refundFen: null, reason: null }
    throw error
  }
}
