import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { toBeijingInstant } from '../beijing-time.ts'
import type { PaymentOrder, PaymentStart, Trade, TradeState } from '../port.ts'
import type { WechatClient } from './client.ts'
import { isRefusedWith, notExistCodes, textOf } from './errors.ts'
import { flattenTrade, readAmount, readInstant, readPayer } from './read-fields.ts'

const maxDescription = 127

function bizOf({ config }: WechatClient, order: PaymentOrder): Record<string, unknown> {
  return {
    appid: config.appId,
    mchid: config.merchantId,
    description: order.subject.slice(0, maxDescription).toWellFormed(),
    out_trade_no: order.orderNo,
    notify_url: order.notifyUrl,
    amount: { total: order.amountFen, currency: 'CNY' },
    time_expire: toBeijingInstant(order.expiresAt),
  }
}

function malformed(): PaymentFailure {
  return new PaymentFailure('unknown_outcome', { channel: 'wechat', vendorCode: 'malformed_answer' })
}

function unsupported(): PaymentFailure {
  return new PaymentFailure('refused', { channel: 'wechat', vendorCode: 'way_not_supported' })
}

/** H5 asks for the payer's address, and goes back to a page of ours only when told so in its own address. */
async function createH5(client: WechatClient, order: PaymentOrder, signal?: AbortSignal): Promise<PaymentStart> {
  if (!client.config.allowsH5 || order.clientIp === null) throw unsupported()
  const scene = { payer_client_ip: order.clientIp, h5_info: { type: 'Wap' } }
  const body = { ...bizOf(client, order), scene_info: scene }
  const answer = await client.call({ method: 'POST', path: '/v3/pay/transactions/h5', body, effect: 'changes', signal })
  if (typeof answer.h5_url !== 'string' || !URL.canParse(answer.h5_url)) throw malformed()
  const url = new URL(answer.h5_url)
  if (order.returnUrl !== null) url.searchParams.set('redirect_url', order.returnUrl)
  return { way: 'wap', qrText: null, redirectUrl: url.href }
}

export async function createPayment(
  client: WechatClient,
  order: PaymentOrder,
  signal?: AbortSignal,
): Promise<PaymentStart> {
  if (order.way === 'page') throw unsupported()
  if (order.way === 'wap') return createH5(client, order, signal)
  const answer = await client.call({
    method: 'POST',
    path: '/v3/pay/transactions/native',
    body: bizOf(client, order),
    effect: 'changes',
    signal,
  })
  if (typeof answer.code_url !== 'string') throw malformed()
  return { way: 'qr', qrText: answer.code_url, redirectUrl: null }
}

/** An order past its time still waits until it is closed. REFUND is said after any refund, whole or in part. */
const states: Readonly<Record<string, TradeState>> = {
  SUCCESS: 'paid',
  REFUND: 'refunded',
  NOTPAY: 'waiting',
  USERPAYING: 'waiting',
  // A bank said no; the payer may try again.
  PAYERROR: 'waiting',
  CLOSED: 'closed',
  REVOKED: 'closed',
}

function readTrade(orderNo: string, answer: Readonly<Record<string, unknown>>): Trade {
  const state = states[textOf(answer.trade_state)]
  if (!state || answer.out_trade_no !== orderNo) {
    throw new PaymentFailure('unavailable', { channel: 'wechat', vendorCode: 'malformed_answer' })
  }
  return {
    state,
    transactionId: textOf(answer.transaction_id) || null,
    orderNo,
    amountFen: readAmount(answer.amount)?.totalFen ?? null,
    paidAt: readInstant(answer.success_time),
    payerId: readPayer(answer.payer),
    raw: flattenTrade(answer),
  }
}

export async function queryPayment(client: WechatClient, orderNo: string, signal?: AbortSignal): Promise<Trade> {
  const path = `/v3/pay/transactions/out-trade-no/${encodeURIComponent(orderNo)}?mchid=${client.config.merchantId}`
  try {
    return readTrade(orderNo, await client.call({ method: 'GET', path, effect: 'reads', signal }))
  } catch (error) {
    if (!isRefusedWith(error, ...notExistCodes)) throw error
    return { state: 'absent', transactionId: null, orderNo, amountFen: null, paidAt: null, payerId: null, raw: {} }
  }
}

/** What cannot be closed is paid, or closed already: the question after it tells. */
export async function closePayment(
  client: WechatClient,
  orderNo: string,
  signal?: AbortSignal,
): Promise<'closed' | 'absent' | 'paid'> {
  const path = `/v3/pay/transactions/out-trade-no/${encodeURIComponent(orderNo)}/close`
  try {
    await client.call({ method: 'POST', path, body: { mchid: client.config.merchantId }, effect: 'changes', signal })
    return 'closed'
  } catch (error) {
    if (isRefusedWith(error, ...notExistCodes)) return 'absent'
    if (!(error instanceof PaymentFailure) || error.kind !== 'refused') throw error
    const { state } = await queryPayment(client, orderNo, signal)
    if (state === 'closed') return 'closed'
    if (state === 'paid' || state === 'refunded') return 'paid'
    throw error
  }
}
