import { isRefusedWith } from './errors.ts'
import type { AlipayGateway } from './gateway.ts'
import { queryPayment } from './query-payment.ts'

/** Before anybody scans it there is nothing to close. They refuse to close what is paid and what is closed with the same words. */
export async function closePayment(
  gateway: AlipayGateway,
  orderNo: string,
  signal?: AbortSignal,
): Promise<'closed' | 'absent' | 'paid'> {
  try {
    const biz = { out_trade_no: orderNo }
    await gateway.call({ method: 'alipay.trade.close', biz, effect: 'changes', signal })
    return 'closed'
  } catch (error) {
    if (isRefusedWith(error, 'ACQ.TRADE_NOT_EXIST')) return 'absent'
    const isWrongState = isRefusedWith(
      error,
      'ACQ.TRADE_STATUS_ERROR',
      'ACQ.REASON_TRADE_STATUS_INVALID',
      'ACQ.REASON_ILLEGAL_STATUS',
    )
    if (!isWrongState) throw error
    const { state } = await queryPayment(gateway, orderNo, signal)
    if (state === 'closed') return 'closed'
    if (state === 'paid' || state === 'refunded') return 'paid'
    throw error
  }
}
