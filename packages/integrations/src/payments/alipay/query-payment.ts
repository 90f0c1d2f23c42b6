import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { fromBeijingTime } from '../beijing-time.ts'
import type { Trade, TradeState } from '../port.ts'
import { yuanToFen } from '../yuan.ts'
import { isRefusedWith } from './errors.ts'
import type { AlipayGateway } from './gateway.ts'

const personal = new Set(['buyer_logon_id', 'buyer_user_name', 'store_name'])

function flatten(answer: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept = Object.entries(answer).filter(([name]) => !personal.has(name))
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

/** They close what was never paid and what was refunded whole with the same word; only the latter has a time of payment. */
function stateOf(answer: Readonly<Record<string, string>>): TradeState {
  switch (answer.trade_status ?? '') {
    case 'WAIT_BUYER_PAY':
      return 'waiting'
    case 'TRADE_SUCCESS':
    case 'TRADE_FINISHED':
      return 'paid'
    case 'TRADE_CLOSED':
      return answer.send_pay_date ? 'refunded' : 'closed'
    default:
      throw new PaymentFailure('unavailable', { channel: 'alipay', vendorCode: 'unknown_trade_status' })
  }
}

const absent = (orderNo: string): Trade => ({
  state: 'absent',
  transactionId: null,
  orderNo,
  amountFen: null,
  paidAt: null,
  payerId: null,
  raw: {},
})

export async function queryPayment(gateway: AlipayGateway, orderNo: string, signal?: AbortSignal): Promise<Trade> {
  try {
    const biz = { out_trade_no: orderNo }
    const raw = flatten(await gateway.call({ method: 'alipay.trade.query', biz, effect: 'reads', signal }))
    if (raw.out_trade_no !== orderNo) {
      throw new PaymentFailure('unavailable', { channel: 'alipay', vendorCode: 'answer_to_another_order' })
    }
    return {
      state: stateOf(raw),
      transactionId: raw.trade_no ?? null,
      orderNo,
      amountFen: yuanToFen(raw.total_amount ?? ''),
      paidAt: fromBeijingTime(raw.send_pay_date ?? ''),
      payerId: raw.buyer_open_id ?? raw.buyer_user_id ?? null,
      raw,
    }
  } catch (error) {
    if (isRefusedWith(error, 'ACQ.TRADE_NOT_EXIST')) return absent(orderNo)
    throw error
  }
}
