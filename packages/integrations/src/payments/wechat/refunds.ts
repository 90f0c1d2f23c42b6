import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { Refund, RefundOrder, RefundState } from '../port.ts'
import type { WechatClient } from './client.ts'
import { isRefusedWith, notExistCodes, textOf } from './errors.ts'
import { readAmount } from './read-fields.ts'

export const refundStates: Readonly<Record<string, RefundState>> = {
  SUCCESS: 'succeeded',
  PROCESSING: 'processing',
  // The payer's card cannot take it.
  ABNORMAL: 'abnormal',
  CLOSED: 'failed',
}

function readRefund(answer: Readonly<Record<string, unknown>>, refundNo: string): Refund {
  const status = textOf(answer.status)
  const state = refundStates[status]
  if (!state || answer.out_refund_no !== refundNo) {
    throw new PaymentFailure('unknown_outcome', { channel: 'wechat', vendorCode: 'malformed_answer' })
  }
  const isDone = state === 'succeeded' || state === 'processing'
  return { state, refundFen: readAmount(answer.amount)?.refundFen ?? null, reason: isDone ? null : status }
}

const maxReason = 80

/** Accepted is not done: what comes of it is asked for, or told. */
export async function refundPayment(client: WechatClient, refund: RefundOrder, signal?: AbortSignal): Promise<Refund> {
  const answer = await client.call({
    method: 'POST',
    path: '/v3/refund/domestic/refunds',
    body: {
      out_trade_no: refund.orderNo,
      out_refund_no: refund.refundNo,
      ...(refund.reason !== '' && { reason: refund.reason.slice(0, maxReason).toWellFormed() }),
      ...(refund.notifyUrl !== null && { notify_url: refund.notifyUrl }),
      amount: { refund: refund.refundFen, total: refund.totalFen, currency: 'CNY' },
    },
    effect: 'changes',
    signal,
  })
  return readRefund(answer, refund.refundNo)
}

export async function queryRefund(
  client: WechatClient,
  { refundNo }: { orderNo: string; refundNo: string },
  signal?: AbortSignal,
): Promise<Refund> {
  const path = `/v3/refund/domestic/refunds/${encodeURIComponent(refundNo)}`
  try {
    return readRefund(await client.call({ method: 'GET', path, effect: 'reads', signal }), refundNo)
  } catch (error) {
    if (isRefusedWith(error, ...notExistCodes)) return { state: 'absent', refundFen: null, reason: null }
    throw error
  }
}
