import { z } from 'zod'
import { expireAt, type Trade } from '../trade.ts'
import { amount, optionalText, orderNo, time } from './fields.ts'
import type { Method, MethodCall } from './method.ts'
import { failed, success, type Found } from './reply.ts'

const dayMs = 86_400_000
const longestOpenMs = 15 * dayMs
const minutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 }

const common = {
  out_trade_no: orderNo,
  total_amount: amount,
  subject: z.string().min(1).max(256),
  body: optionalText(128),
  time_expire: time.optional(),
  timeout_express: z
    .string()
    .regex(/^\d{1,3}[mhd]$/)
    .optional(),
  seller_id: optionalText(28),
  goods_type: z.enum(['0', '1']).optional(),
  passback_params: optionalText(512),
}

const precreateBiz = z.strictObject({
  ...common,
  product_code: z.literal('FACE_TO_FACE_PAYMENT').optional(),
  qr_code_timeout_express: optionalText(6),
})
const pageBiz = z.strictObject({
  ...common,
  product_code: z.literal('FAST_INSTANT_TRADE_PAY'),
  qr_pay_mode: z.enum(['0', '1', '2', '3', '4']).optional(),
  qrcode_width: optionalText(4),
  integration_type: z.enum(['ALIAPP', 'PCWEB']).optional(),
})
const wapBiz = z.strictObject({ ...common, product_code: z.literal('QUICK_WAP_WAY'), quit_url: optionalText(400) })

type Order = z.infer<typeof precreateBiz> | z.infer<typeof pageBiz> | z.infer<typeof wapBiz>

function deadline(order: Order, now: Date): Date {
  if (order.time_expire) return order.time_expire
  const [, count = '', unit = ''] = /^(\d+)([mhd])$/.exec(order.timeout_express ?? '') ?? []
  return new Date(now.getTime() + (count ? Number(count) * (minutes[unit] ?? 1) * 60_000 : longestOpenMs))
}

/** Another amount or subject is another order; the time it may take may change. */
const termsOf = ({ total_amount: amountFen, subject }: Order) => JSON.stringify([amountFen, subject])

function whyRefused(call: MethodCall<Order>, known: Trade | undefined): Found | null {
  const { account, biz } = call
  const now = account.clock.now()
  if (biz.seller_id !== undefined && biz.seller_id !== account.sellerId) {
    return failed('ACQ.ACCESS_FORBIDDEN', '没有权限使用该产品')
  }
  if (known) expireAt(known, now)
  if (known?.state === 'paid' || known?.state === 'finished') return failed('ACQ.TRADE_HAS_SUCCESS', '交易已被支付')
  if (known?.state === 'closed') return failed('ACQ.TRADE_HAS_CLOSE', '交易已经关闭')
  if (known && known.terms !== termsOf(biz)) return failed('ACQ.CONTEXT_INCONSISTENT', '交易信息被篡改')
  if (deadline(biz, now) <= now) return failed('ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR', '当前时间已经超过允许支付的时间')
  return null
}

/** A repeat with the same terms gives the same code again. */
function offer({ account, biz, params }: MethodCall<Order>, way: string): Trade {
  const now = account.clock.now()
  const known = account.trades.get(biz.out_trade_no)
  if (known) {
    known.expiresAt = deadline(biz, now)
    return known
  }
  const trade: Trade = {
    orderNo: biz.out_trade_no,
    code: `https://qr.alipay.com/${account.numbers.next(`bax${account.id.slice(-4)}`, 16)}`,
    oldCodes: [],
    transactionId: '',
    amountFen: biz.total_amount,
    paidFen: null,
    subject: biz.subject,
    way,
    notifyUrl: params.notify_url ?? '',
    returnUrl: params.return_url ?? null,
    createdAt: now,
    expiresAt: deadline(biz, now),
    state: 'offered',
    paidAt: null,
    closedAt: null,
    payerId: null,
    refunds: [],
    terms: termsOf(biz),
  }
  account.trades.set(trade.orderNo, trade)
  return trade
}

function create(call: MethodCall<Order>, way: string): Found {
  const refusal = whyRefused(call, call.account.trades.get(call.biz.out_trade_no))
  if (refusal) return refusal
  const trade = offer(call, way)
  return success({ out_trade_no: trade.orderNo, qr_code: trade.code })
}

/** The trade does not exist before the buyer scans: until then nobody can ask for it or close it. */
export const precreateMethod: Method<z.infer<typeof precreateBiz>> = {
  biz: precreateBiz,
  isPage: false,
  run: (call) => create(call, 'qr'),
}

export const pagePayMethod: Method<z.infer<typeof pageBiz>> = {
  biz: pageBiz,
  isPage: true,
  run: (call) => create(call, 'page'),
}

export const wapPayMethod: Method<z.infer<typeof wapBiz>> = {
  biz: wapBiz,
  isPage: true,
  run: (call) => create(call, 'wap'),
}
