import type { MoneyRefundStatus, OrderStatus } from '@mozhou/contracts/orders/kinds'
import { returnOffer } from '../campaigns/order-offers.ts'
import type { TxContext } from '../context.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import type { LockedOrder } from './lock-order.ts'
import type { OrderEffects } from './order-effects.ts'
import { toldOf } from './order-notice.ts'
import type { OrdersContext } from './orders-context.ts'
import { statusAfterRefunds } from './refund-rules.ts'
import { lockForRefund } from './request-refund.ts'
import { giveAgain } from './reserve-refund.ts'

/** Of these the channel knows no more than it has said. */
export const endedStatuses: ReadonlySet<MoneyRefundStatus> = new Set(['succeeded', 'failed', 'rejected', 'abnormal'])

/**
 * What the channel made of a refund, once: the order's state follows from what went back; what did not go back is given to the person again.
 * Where it is not known what became of the money, nothing is, and a person looks.
 */
export async function endRefund(
  ctx: OrdersContext,
  { refundId, status }: { refundId: string; status: 'succeeded' | 'failed' | 'abnormal' },
): Promise<void> {
  const { orderId } = await ctx.prisma.moneyRefund.findUniqueOrThrow({
    where: { id: refundId },
    select: { orderId: true },
  })
  const userId = await inTransaction(ctx, async (tx) => {
    const order = await lockForRefund(tx, orderId)
    const ended = await tx.prisma.moneyRefund.updateMany({
      where: { id: refundId, status: { notIn: [...endedStatuses] } },
      data: { status, endedAt: tx.clock.now() },
    })
    if (ended.count === 0) return order.userId
    if (status === 'succeeded') {
      const isWhole = (await deriveStatus(tx, order)) === 'refunded'
      await tellRefunded(tx, order, refundId)
      if (isWhole) {
        await giveCouponBack(tx, ctx.orderEffects, order)
        await returnOffer(tx, { orderId })
      }
    } else await keepFailure(tx, order, { refundId, status })
    return order.userId
  })
  await invalidateMembership(ctx, userId)
  await wakeReaders(ctx, userId)
}

/** The money has left, whoever sent it. */
export async function tellRefunded(tx: TxContext, order: LockedOrder, refundId: string): Promise<void> {
  const { amountFen } = await tx.prisma.moneyRefund.findUniqueOrThrow({
    where: { id: refundId },
    select: { amountFen: true },
  })
  const event = { kind: 'order_refunded' as const, params: toldOf(order, amountFen) }
  await notify(tx, { userId: order.userId, event, key: `order_refunded:${refundId}` })
}

/** Of a paid order, from what has gone back of the payment that was accepted. What an offer cost is there again once all has: `returnOffer`, last. */
export async function deriveStatus(
  tx: TxContext,
  { id: orderId, payableFen, paidAt }: LockedOrder,
): Promise<OrderStatus | null> {
  if (paidAt === null) return null
  const { _sum } = await tx.prisma.moneyRefund.aggregate({
    where: { orderId, status: 'succeeded', payment: { status: 'accepted' } },
    _sum: { amountFen: true },
  })
  const status = statusAfterRefunds(payableFen, _sum.amountFen ?? 0)
  await tx.prisma.order.update({ where: { id: orderId }, data: { status }, select: { id: true } })
  return status
}

/**
 * The whole price went back for an order of which nothing was used: its coupon is its person's again. A membership goes back whole only
 * where it was not used; of a recharge every credit must have come back.
 */
async function giveCouponBack(tx: TxContext, { coupons }: OrderEffects, order: LockedOrder): Promise<void> {
  const { id: orderId, userCouponId, credits } = order
  if (userCouponId === null) return
  const { _sum } = await tx.prisma.moneyRefund.aggregate({
    where: { orderId, status: 'succeeded', kind: 'request' },
    _sum: { takenCredits: true },
  })
  if (credits === null || (_sum.takenCredits ?? 0) >= credits) await coupons.giveBack(tx, { orderId })
}

async function keepFailure(
  tx: TxContext,
  order: LockedOrder,
  { refundId, status }: { refundId: string; status: 'failed' | 'abnormal' },
): Promise<void> {
  const { kind, takenPeriod } = await tx.prisma.moneyRefund.findUniqueOrThrow({
    where: { id: refundId },
    select: { kind: true, takenPeriod: true },
  })
  if (kind === 'request' && status === 'failed') await giveAgain(tx, order, { refundId, takenPeriod })
  await tx.prisma.order.update({
    where: { id: order.id },
    data: { abnormalReason: 'refund_abnormal' },
    select: { id: true },
  })
}
