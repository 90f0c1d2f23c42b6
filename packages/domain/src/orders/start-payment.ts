import type { PaymentStartDto } from '@mozhou/contracts/orders/answers'
import type { StartPaymentInput } from '@mozhou/contracts/orders/inputs'
import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { PaymentChannel, PaymentStart } from '@mozhou/integrations/payments/port'
import { storedOrderKind } from '../stored-columns.ts'
import { offeredChannel } from '../payment-channels/channel-of.ts'
import { notifyUrlOf } from '../payment-channels/notify-url.ts'
import type { OrdersContext } from './orders-context.ts'

type StartPaymentCall = StartPaymentInput & { userId: string; clientIp: string | null; returnUrl: string | null }

const retryAfterSeconds = 5

/**
 * Begins to pay an order by a channel, or shows what was begun.
 * @throws AppError ORDER_NOT_FOUND, ORDER_NOT_PENDING, CHANNEL_NOT_OFFERED, CHANNEL_UNAVAILABLE
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
  if (order.status !== 'pending' || order.renewalCharge !== null || order.expiresAt <= ctx.clock.now())
    throw new AppError('ORDER_NOT_PENDING')
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
  const { isSandbox } = payment
  await ctx.prisma.paymentStart.createMany({
    data: { orderId, channel, way, qrText, redirectUrl, isSandbox, createdAt: ctx.clock.now() },
    skipDuplicates: true,
  })
  const begun = { qrText, redirectUrl, isSandbox }
  return { channel, way, expiresAt, ...begun, playUrl: playUrl(ctx, begun, input) }
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
