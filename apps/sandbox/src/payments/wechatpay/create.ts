import { z } from 'zod'
import type { Trade } from '../trade.ts'
import type { Endpoint, EndpointCall } from './endpoint.ts'
import { ok, paramError, refused, type Found } from './reply.ts'

const codeLifeMs = 2 * 3_600_000

export const orderNo = z.string().regex(/^[0-9A-Za-z_\-|*]{6,32}$/)
/** Without a query: they refuse it. */
const notifyUrl = z
  .url({ protocol: /^https?$/ })
  .max(256)
  .refine((text) => !text.includes('?'))

const common = {
  appid: z.string().min(1).max(32),
  mchid: z.string().min(1).max(32),
  description: z.string().min(1).max(127),
  out_trade_no: orderNo,
  notify_url: notifyUrl,
  amount: z.strictObject({ total: z.number().int().min(1), currency: z.literal('CNY').optional() }),
  time_expire: z.iso.datetime({ offset: true }).optional(),
  attach: z.string().max(128).optional(),
  goods_tag: z.string().max(32).optional(),
  support_fapiao: z.boolean().optional(),
  limit_pay: z.array(z.string()).optional(),
}
const place = { payer_client_ip: z.union([z.ipv4(), z.ipv6()]), device_id: z.string().max(32).optional() }
const nativeInput = z.strictObject({ ...common, scene_info: z.strictObject(place).optional() })
const h5Input = z.strictObject({
  ...common,
  scene_info: z.strictObject({ ...place, h5_info: z.strictObject({ type: z.enum(['iOS', 'Android', 'Wap']) }) }),
})

type Order = z.infer<typeof nativeInput> | z.infer<typeof h5Input>

const termsOf = ({ description, amount: { total }, notify_url: url }: Order) =>
  JSON.stringify([description, total, url])

function whyRefused({ account, input }: EndpointCall<Order>, known: Trade | undefined): Found | null {
  if (input.mchid !== account.id || input.appid !== account.appId) {
    return refused(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  }
  if (input.time_expire && new Date(input.time_expire) <= account.clock.now()) {
    return paramError('time_expire', 'time_expire时间过短')
  }
  if (known?.paidAt) return refused(400, 'INVALID_REQUEST', '该订单已支付')
  if (known?.state === 'closed') return refused(400, 'ORDER_CLOSED', '该订单已关闭')
  return known && known.terms !== termsOf(input) ? refused(403, 'OUT_TRADE_NO_USED', '商户订单号重复') : null
}

function offer({ account, input }: EndpointCall<Order>, way: string): Trade {
  const now = account.clock.now()
  const code = `weixin://wxpay/bizpayurl?pr=${account.numbers.next(`s${account.id.slice(-4)}`, 12)}`
  const expiresAt = new Date(input.time_expire ?? now.getTime() + codeLifeMs)
  const known = account.trades.get(input.out_trade_no)
  if (known) {
    // A fresh code each time; the ones before still lead to the order.
    return Object.assign(known, { code, oldCodes: [...known.oldCodes, known.code], expiresAt })
  }
  const trade: Trade = {
    orderNo: input.out_trade_no,
    code,
    oldCodes: [],
    transactionId: '',
    way,
    amountFen: input.amount.total,
    paidFen: null,
    subject: input.description,
    notifyUrl: input.notify_url,
    returnUrl: null,
    createdAt: now,
    expiresAt,
    state: 'offered',
    paidAt: null,
    closedAt: null,
    payerId: null,
    refunds: [],
    terms: termsOf(input),
  }
  account.trades.set(trade.orderNo, trade)
  return trade
}

export const nativeEndpoint: Endpoint<z.infer<typeof nativeInput>> = {
  input: nativeInput,
  run(call) {
    const refusal = whyRefused(call, call.account.trades.get(call.input.out_trade_no))
    return refusal ?? ok({ code_url: offer(call, 'native').code })
  },
}

export const h5Endpoint: Endpoint<z.infer<typeof h5Input>> = {
  input: h5Input,
  run(call) {
    const refusal = whyRefused(call, call.account.trades.get(call.input.out_trade_no))
    if (refusal) return refusal
    const trade = offer(call, 'h5')
    return ok({ h5_url: `${call.origin}/payments/phone?code=${encodeURIComponent(trade.code)}` })
  },
}
