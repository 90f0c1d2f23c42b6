import type { OrderStatus, PayChannel } from '@mozhou/contracts/orders/kinds'
import { storedOrderStatus, storedPayChannel } from '../stored-columns.ts'
import { channelOf } from '../payment-channels/channel-of.ts'
import type { ArrivedMoney } from './arrived-money.ts'
import { fulfilFree } from './fulfil-free.ts'
import { fulfilOrder } from './fulfil-order.ts'
import type { OrdersContext } from './orders-context.ts'

/**
 * Asks the channels where a payment was begun whether it was made, and fulfils the order if so; one with nothing to pay is asked of nobody.
 * @returns where the order stands then.
 */
export async function syncOrder(ctx: OrdersContext, { orderId }: { orderId: string }): Promise<OrderStatus> {
  const order = await ctx.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      orderNo: true,
      status: true,
      payableFen: true,
      starts: { distinct: ['channel'], orderBy: [{ createdAt: 'asc' }, { channel: 'asc' }], select: { channel: true } },
    },
  })
  if (order.status !== 'pending') return storedOrderStatus(order.status)
  await ctx.prisma.order.update({ where: { id: orderId }, data: { queriedAt: ctx.clock.now() }, select: { id: true } })
  if (order.payableFen === 0) await fulfilFree(ctx, { orderId })
  for (const { channel: stored } of order.starts) {
    const channel = storedPayChannel(stored)
    const money = await readPaid(ctx, channel, order.orderNo)
    if (money !== null) await fulfilOrder(ctx, { orderId, money })
  }
  return statusOf(ctx, orderId)
}

/** What was paid by a channel for an order, as the channel says; null where nothing was. */
export async function readPaid(ctx: OrdersContext, channel: PayChannel, orderNo: string): Promise<ArrivedMoney | null> {
  const asked = await channelOf(ctx, channel)
  const { state, transactionId, amountFen, paidAt, payerId } = await asked.query(orderNo)
  if (state !== 'paid' || transactionId === null || amountFen === null) return null
  const money = { channel, transactionId, amountFen, payerId, currency: 'CNY', source: 'query' as const }
  return { ...money, paidAt: paidAt ?? ctx.clock.now() }
}

export async function statusOf(ctx: Pick<OrdersContext, 'prisma'>, orderId: string): Promise<OrderStatus> {
  const { status } = await ctx.prisma.order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true } })
  return storedOrderStatus(status)
}
