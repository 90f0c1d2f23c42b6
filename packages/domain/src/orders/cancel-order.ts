import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { AppError } from '@mozhou/contracts/errors'
import { closeOrder } from './close-order.ts'
import { getOrder } from './get-order.ts'
import type { OrdersContext } from './orders-context.ts'

/** The person wants it no more. One that was just paid stays paid. @throws AppError ORDER_NOT_FOUND, ORDER_NOT_PENDING, CHANNEL_UNAVAILABLE */
export async function cancelOrder(
  ctx: OrdersContext,
  { userId, orderId }: { userId: string; orderId: string },
): Promise<OrderDto> {
  const { status } = await getOrder(ctx, { userId, orderId })
  if (status === 'closed') return getOrder(ctx, { userId, orderId })
  if (status !== 'pending') throw new AppError('ORDER_NOT_PENDING')
  try {
    await closeOrder(ctx, { orderId })
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('CHANNEL_UNAVAILABLE', { retryAfterSeconds: 5 }, { cause })
  }
  return getOrder(ctx, { userId, orderId })
}
