import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import { storedOrderStatus, storedPayChannel } from '../stored-columns.ts'
import { channelOf } from '../payment-channels/channel-of.ts'
import { fulfilOrder } from './fulfil-order.ts'
import type { OrdersContext } from './orders-context.ts'

/**
 * Asks the channels where a payment was begun whether it was made, and fulfils the order if so.
 * @returns where the order stands then.
 */
export async function syncOrder(ctx: OrdersContext, { orderId }: { orderId: string }): Promise<OrderStatus> {
  const order = await ctx.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { orderNo: true, status: true, starts: { distinct: ['channel'], select: { channel: true } } },
  })
  if (order.status !== 'pending') return storedOrderStatus(order.status)
  await ctx.prisma.order.update({ where: { id: orderId }, data: { queriedAt: ctx.clock.now() }, select: { id: true } })
  for (const { channel: stored } of order.starts) {
    const channel = storedPayChannel(stored)
    const asked = await channelOf(ctx, channel)
    const trade = await asked.query(order.orderNo)
    const { state, transactionId, amountFen, paidAt, payerId } = trade
    if (state !== 'paid' || transactionId === null || amountFen === null) continue
    const money = { channel, transactionId, amountFen, payerId, currency: 'CNY', source: 'query' as const }
    await fulfilOrder(ctx, { orderId, money: { ...money, paidAt: paidAt ?? ctx.clock.now() } })
  }
  return statusOf(ctx, orderId)
}

export async function statusOf(ctx: Pick<OrdersContext, 'prisma'>, orderId: string): Promise<OrderStatus> {
  const { status } = await ctx.prisma.order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })
  return storedOrderStatus(status)
}
