import type { PaymentStartDto } from '@mozhou/contracts/orders/answers'
import type { StartPaymentInput } from '@mozhou/contracts/orders/inputs'
import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { yuanText } from '@mozhou/contracts/orders/prices'
import type { PaymentChannel, PaymentStart } from '@mozhou/integrations/payments/port'
import { storedOrderKind } from '../stored-columns.ts'
import { offeredChannel } from '../payment-channels/channel-of.ts'
import { notifyUrlOf } from '../payment-channels/notify-url.ts'
import type { OrdersContext } from './orders-context.ts'

type StartPaymentCall = StartPaymentInput & { userId: string; clientIp: string | null; returnUrl: string | null }

const retryAfterSeconds = 5

/**
 * Begins to pay an order by a channel, or shows what was begun.
 * @throws AppError ORDER_NOT_FOUND, ORDER_NOT_PENDING, ORDER_PRICE_CHANGED, CHANNEL_NOT_OFFERED, CHANNEL_UNAVAILABLE
 */
export async function startPayment(ctx: OrdersContext, input: StartPaymentCall): Promise<PaymentStartDto> {
  const { orderId, userId, channel, way } = input
  const order = await ctx.prisma.order.findFirst({
    where: { id: orderId, userId },
    select: {
      orderNo: true,
      kind: true,
      status: true,
      payableFen: true,
      credits: true,
      planName: true,
      expiresAt: true,
      renewalCharge: { select: { id: true } },
      starts: { where: { channel, way }, select: { qrText: true, redirectUrl: true, isSandbox: true } },
    },
  })
  if (!order) throw new AppError('ORDER_NOT_FOUND')
  if (!isToBePaid(order, ctx.clock.now())) throw new AppError('ORDER_NOT_PENDING')
  const payment = await offeredChannel(ctx, channel)
  const expiresAt = order.expiresAt.toISOString()
  const [present] = order.starts
  if (present) return { channel, way, expiresAt, ...present, playUrl: playUrl(ctx, present, input) }
  const start = await begin(ctx, payment, input, {
    orderNo: order.orderNo,
    amountFen: order.payableFen,
    subject: subjectOf(storedOrderKind(order.kind), order),
    expiresAt: order.expiresAt,
  })
  const { qrText, redirectUrl } = start
  const begun = { qrText, redirectUrl, isSandbox: payment.isSandbox }
  await keepStart(ctx, payment, { ...begun, orderId, channel, way, order })
  return { channel, way, expiresAt, ...begun, playUrl: playUrl(ctx, begun, input) }
}

/** Nobody pays by hand what an agreement pays, nor what costs nothing. */
function isToBePaid(
  order: { status: string; payableFen: number; renewalCharge: unknown; expiresAt: Date },
  now: Date,
): boolean {
  return order.status === 'pending' && order.payableFen > 0 && order.renewalCharge === null && order.expiresAt > now
}

interface BegunPayment {
  orderId: string
  channel: string
  way: string
  qrText: string | null
  redirectUrl: string | null
  isSandbox: boolean
  order: { orderNo: string; payableFen: number }
}

/**
 * Written only if the order still costs what the channel was told: a coupon may have been put to it meanwhile, and nobody may pay a price
 * that is no longer its own.
 */
async function keepStart(ctx: OrdersContext, payment: PaymentChannel, begun: BegunPayment): Promise<void> {
  const { orderId, channel, way, qrText, redirectUrl, isSandbox, order } = begun
  const rows = await ctx.prisma.$queryRaw<{ payableFen: number }[]>`
    WITH priced AS MATERIALIZED (SELECT id, payable_fen FROM orders WHERE id = ${orderId}::uuid FOR SHARE),
      kept AS (
        INSERT INTO payment_starts (order_id, channel, way, qr_text, redirect_url, is_sandbox, created_at)
        SELECT id, ${channel}, ${way}, ${qrText}, ${redirectUrl}, ${isSandbox}, ${ctx.clock.now()}
        FROM priced WHERE payable_fen = ${order.payableFen}
        ON CONFLICT DO NOTHING)
    SELECT payable_fen AS "payableFen" FROM priced`
  const payableFen = rows[0]?.payableFen ?? order.payableFen
  if (payableFen === order.payableFen) return
  await payment.close(order.orderNo)
  throw new AppError('ORDER_PRICE_CHANGED', { payable: yuanText(payableFen) })
}

/** The sandbox's phone, with the code under its camera. */
function playUrl(
  ctx: OrdersContext,
  { qrText, isSandbox }: Pick<PaymentStartDto, 'qrText' | 'isSandbox'>,
  { returnUrl }: StartPaymentCall,
): string | null {
  const { sandboxUrl } = ctx.settings
  if (!isSandbox || sandboxUrl === null || qrText === null) return null
  const query = new URLSearchParams({ code: qrText, ...(returnUrl === null ? {} : { return: returnUrl }) })
  return `${sandboxUrl}/payments/phone?${query.toString()}`
}

async function begin(
  ctx: OrdersContext,
  payment: PaymentChannel,
  { channel, way, clientIp, returnUrl }: StartPaymentCall,
  order: { orderNo: string; amountFen: number; subject: string; expiresAt: Date },
): Promise<PaymentStart> {
  const notifyUrl = notifyUrlOf(ctx, channel)
  try {
    return await payment.createPayment({ ...order, way, notifyUrl, returnUrl, clientIp })
  } catch (cause) {
    ctx.log.error({ err: cause, channel }, 'a payment could not be begun')
    throw new AppError('CHANNEL_UNAVAILABLE', { retryAfterSeconds }, { cause })
  }
}

/** What the person reads in the channel's own app. */
function subjectOf(
  kind: OrderKind,
  { credits, planName }: { credits: number | null; planName: string | null },
): string {
  return kind === 'recharge' ? `墨舟 ${credits ?? 0} 积分` : `墨舟 ${planName ?? '会员'}`
}
