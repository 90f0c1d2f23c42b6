import type { OrderStatus } from '@mozhou/contracts/orders/kinds'
import type { OrdersContext } from './orders-context.ts'
import { syncOrder } from './sync-order.ts'

const everyMs = 5_000
/** An open page waits for the answer. */
const patienceMs = 2_500

/** Asks the channels about an order that waits, unless that was done a moment ago. Of several at once only one asks. */
export async function askIfDue(ctx: OrdersContext, { orderId }: { orderId: string }): Promise<OrderStatus> {
  const now = ctx.clock.now()
  const before = new Date(now.getTime() - everyMs)
  const due = await ctx.prisma.order.updateMany({
    where: {
      id: orderId,
      status: 'pending',
      AND: [
        { OR: [{ starts: { some: {} } }, { payableFen: 0 }] },
        { OR: [{ queriedAt: null }, { queriedAt: { lt: before } }] },
      ],
    },
    data: { queriedAt: now },
  })
  if (due.count === 0) return 'pending'
  try {
    return await Promise.race([syncOrder(ctx, { orderId }), lateAsPending()])
  } catch (cause) {
    ctx.log.warn({ err: cause, orderId }, 'a channel could not be asked about an order')
    return 'pending'
  }
}

function lateAsPending(): Promise<'pending'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('pending'), patienceMs).unref()
  })
}
