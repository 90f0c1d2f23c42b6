import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { orderLabel } from '@mozhou/contracts/orders/order-label'
import { parseId } from '@mozhou/contracts/ids'
import { markWatched } from '@mozhou/domain/orders/mark-watched'
import type { Context } from '../context.ts'

/** Has an order watched over by its workflow. The order stands without: what nobody watches, the sweep finds. */
export async function watchedOrder(
  ctx: Pick<Context, 'domain' | 'workflows'> & { user: { id: string } },
  order: OrderDto,
): Promise<OrderDto> {
  const orderId = parseId('order', order.id)
  if (orderId === null || order.status !== 'pending') return order
  try {
    await ctx.workflows.watchOrder({
      orderId,
      userId: ctx.user.id,
      expiresAt: new Date(order.expiresAt),
      label: orderLabel(order),
    })
    await markWatched(ctx.domain, { orderId })
  } catch (cause) {
    ctx.domain.log.warn({ err: cause, orderId }, 'an order waits for the sweep to be watched')
  }
  return order
}
