import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { storedOrderKind } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { fulfilFree } from './fulfil-free.ts'
import { getOrder } from './get-order.ts'
import { lockOrder } from './lock-order.ts'
import type { OrdersContext } from './orders-context.ts'

/**
 * Puts a coupon to an order that waits and whose payment nobody has begun: what a channel was told to take stays as it was told. What costs
 * nothing then is given at once. The same coupon again changes nothing.
 * @throws AppError ORDER_NOT_FOUND, ORDER_NOT_PENDING, ORDER_HAS_COUPON, ORDER_PAYMENT_BEGUN, or why the coupon cannot be used
 */
export async function applyCoupon(
  ctx: OrdersContext,
  input: { userId: string; orderId: string; userCouponId: string },
): Promise<OrderDto> {
  const { userId, orderId } = input
  await getOrder(ctx, { userId, orderId })
  await inTransaction(ctx, (tx) => apply(ctx, tx, input))
  const order = await getOrder(ctx, { userId, orderId })
  if (order.status !== 'pending' || order.payableFen > 0) return order
  await fulfilFree(ctx, { orderId })
  return getOrder(ctx, { userId, orderId })
}

async function apply(
  { orderEffects: { coupons } }: OrdersContext,
  tx: TxContext,
  { userId, orderId, userCouponId }: { userId: string; orderId: string; userCouponId: string },
): Promise<void> {
  const { userCouponId: present, status } = await lockOrder(tx, orderId)
  if (present === userCouponId) return
  const { kind, priceFen, offerDiscountFen, expiresAt, renewalCharge, _count } =
    await tx.prisma.order.findUniqueOrThrow({
      where: { id: orderId },
      select: {
        kind: true,
        priceFen: true,
        offerDiscountFen: true,
        expiresAt: true,
        renewalCharge: { select: { id: true } },
        _count: { select: { starts: true } },
      },
    })
  if (status !== 'pending' || renewalCharge !== null || expiresAt <= tx.clock.now())
    throw new AppError('ORDER_NOT_PENDING')
  if (present !== null) throw new AppError('ORDER_HAS_COUPON')
  if (_count.starts > 0) throw new AppError('ORDER_PAYMENT_BEGUN')
  const restFen = priceFen - offerDiscountFen
  const cart = { kind: storedOrderKind(kind), listFen: priceFen, restFen }
  const couponDiscountFen = await coupons.quote(tx, { ...cart, userId, userCouponId })
  await tx.prisma.order.update({
    where: { id: orderId },
    data: { userCouponId, couponDiscountFen, payableFen: restFen - couponDiscountFen },
    select: { id: true },
  })
  await coupons.hold(tx, { orderId, userId, userCouponId })
}
