import { inTransaction } from '../transaction.ts'
import { complete, tellFulfilled } from './fulfil-order.ts'
import { lockOrder } from './lock-order.ts'
import type { OrdersContext } from './orders-context.ts'

/**
 * The same door for an order whose discounts leave nothing to be paid: no channel is asked, no payment is there. Whoever comes first does
 * it, the maker of the order or those who look after orders; every other finds it done.
 */
export async function fulfilFree(ctx: OrdersContext, { orderId }: { orderId: string }): Promise<void> {
  const fulfilled = await inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.status !== 'pending' || order.payableFen > 0) return null
    await complete(tx, ctx.orderEffects, { order, paidAt: tx.clock.now() })
    return order
  })
  if (fulfilled === null) return
  await tellFulfilled(ctx, fulfilled)
  ctx.log.info({ orderId }, 'an order with nothing to pay was fulfilled')
}
