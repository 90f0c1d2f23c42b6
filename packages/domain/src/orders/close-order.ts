import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { storedPayChannel } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { channelOf } from '../payment-channels/channel-of.ts'
import type { OrderEffects } from './order-effects.ts'
import { releaseOffer } from '../campaigns/order-offers.ts'
import { orderNotice } from './order-notice.ts'
import type { OrdersContext } from './orders-context.ts'
import { statusOf, syncOrder } from './sync-order.ts'

/**
 * Ends an order that nobody paid: asks, closes it at the channels, asks once more, and only then closes it here. What was paid in between is
 * fulfilled; what is paid later is found by its notice and goes back.
 * @returns where the order stands then.
 */
export async function closeOrder(ctx: OrdersContext, { orderId }: { orderId: string }): Promise<OrderStatus> {
  if ((await syncOrder(ctx, { orderId })) !== 'pending') return statusOf(ctx, orderId)
  const { orderNo, starts } = await ctx.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { orderNo: true, starts: { distinct: ['channel'], select: { channel: true } } },
  })
  for (const { channel: stored } of starts) {
    const channel = await channelOf(ctx, storedPayChannel(stored))
    await channel.close(orderNo)
  }
  if (starts.length > 0 && (await syncOrder(ctx, { orderId })) !== 'pending') return statusOf(ctx, orderId)
  const toldId = await inTransaction(ctx, (tx) => close(tx, ctx.orderEffects, orderId))
  if (toldId !== null) await wakeReaders(ctx, toldId)
  return statusOf(ctx, orderId)
}

/** Whom it was told, if anybody: who closed an order themself knows. */
async function close(tx: TxContext, { coupons }: OrderEffects, orderId: string): Promise<string | null> {
  const now = tx.clock.now()
  const [order] = await tx.prisma.order.updateManyAndReturn({
    where: { id: orderId, status: 'pending' },
    data: { status: 'closed', closedAt: now },
    select: {
      id: true,
      userId: true,
      kind: true,
      payableFen: true,
      credits: true,
      planMonths: true,
      expiresAt: true,
      userCouponId: true,
    },
  })
  if (!order) return null
  const toldId = await tellClosed(tx, order)
  if (order.userCouponId !== null) await coupons.release(tx, { orderId })
  await releaseOffer(tx, { orderId })
  return toldId
}

type ClosedOrder = Parameters<typeof orderNotice>[1] & { expiresAt: Date }

async function tellClosed(tx: TxContext, order: ClosedOrder): Promise<string | null> {
  if (order.expiresAt > tx.clock.now()) return null
  // Nobody was to pay a renewal by hand: what became of it is told by itself.
  if ((await tx.prisma.renewalCharge.count({ where: { orderId: order.id } })) > 0) return null
  await notify(tx, orderNotice('order_closed', order))
  return order.userId
}
