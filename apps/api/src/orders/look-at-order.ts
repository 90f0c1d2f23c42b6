import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { getOrder } from '@mozhou/domain/orders/get-order'
import { askIfDue } from '@mozhou/domain/orders/ask-if-due'
import type { Context } from '../context.ts'

/** An order as it stands; one that waits is asked about first, where that was not done a moment ago. A silent channel only leaves it as it is. */
export async function lookAtOrder(
  ctx: Pick<Context, 'domain' | 'workflows'>,
  owned: { userId: string; orderId: string },
): Promise<OrderDto> {
  const { orderId } = owned
  const order = await getOrder(ctx.domain, owned)
  if (order.status !== 'pending') return order
  const status = await askIfDue(ctx.domain, { orderId })
  if (status === 'pending') return order
  await ctx.workflows.tellOrderSettled(orderId).catch((cause: unknown) => {
    ctx.domain.log.warn({ err: cause, orderId }, 'the workflow of a paid order was not told')
  })
  return getOrder(ctx.domain, owned)
}
