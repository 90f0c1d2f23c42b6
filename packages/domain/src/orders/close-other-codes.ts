import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import { findChannel } from '../payment-channels/channel-of.ts'
import { storedPayChannel } from '../stored-columns.ts'
import { fulfilOrder } from './fulfil-order.ts'
import type { OrdersContext } from './orders-context.ts'
import { readPaid } from './sync-order.ts'

/**
 * Once an order is paid, what was begun at another channel is closed there, so that nobody pays it again. Money that was quicker comes
 * through the one door and goes back. A code that nobody has scanned is unknown to its channel, which lets it run out by itself.
 * @returns the status that was given.
 */
export async function withOthersClosed(
  ctx: OrdersContext,
  { orderId }: { orderId: string },
  status: OrderStatus,
): Promise<OrderStatus> {
  if (status === 'pending' || status === 'closed') return status
  const { orderNo, starts, payments } = await ctx.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      orderNo: true,
      starts: { distinct: ['channel'], orderBy: [{ createdAt: 'asc' }, { channel: 'asc' }], select: { channel: true } },
      payments: { select: { channel: true } },
    },
  })
  const known = new Set(payments.map(({ channel }) => channel))
  for (const start of starts) {
    const channel = storedPayChannel(start.channel)
    const there = known.has(channel) ? null : await findChannel(ctx, channel)
    if (there === null) continue
    if ((await there.close(orderNo)) !== 'paid') continue
    const money = await readPaid(ctx, channel, orderNo)
    if (money !== null) await fulfilOrder(ctx, { orderId, money })
  }
  return status
}
