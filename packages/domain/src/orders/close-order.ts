import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import { storedPayChannel } from '../stored-columns.ts'
import { channelOf } from './channel-of.ts'
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
  for (const { channel } of starts) await channelOf(ctx, storedPayChannel(channel)).close(orderNo)
  if (starts.length > 0 && (await syncOrder(ctx, { orderId })) !== 'pending') return statusOf(ctx, orderId)
  await ctx.prisma.order.updateMany({
    where: { id: orderId, status: 'pending' },
    data: { status: 'closed', closedAt: ctx.clock.now() },
  })
  return statusOf(ctx, orderId)
}
