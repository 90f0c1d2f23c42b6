import type { PaymentStatus } from '@mozhou/contracts/orders/kinds'
import type { TxContext } from '../context.ts'
import { heldBonus, spendOffer } from '../campaigns/order-offers.ts'
import { postEntry } from '../credits/post-entry.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { storedBenefits } from '../memberships/stored-benefits.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { payerHashOf } from './arrived-money.ts'
import type { ArrivedMoney } from './arrived-money.ts'
import { fulfilAtOnce } from './fulfil-at-once.ts'
import type { FulfilledAtOnce } from './fulfil-at-once.ts'
import { bearRebates } from '../referrals/bear-rebates.ts'
import { lockInviters } from '../referrals/lock-inviters.ts'
import { lockOrder } from './lock-order.ts'
import type { FoundOrder, LockedOrder } from './lock-order.ts'
import { openPeriod } from './open-period.ts'
import type { OrderEffects } from './order-effects.ts'
import { orderNotice } from './order-notice.ts'
import type { OrdersContext } from './orders-context.ts'
import { storedOrderStatus } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { decidePayment } from './order-rules.ts'
import { newRefundNo } from './random-letters.ts'
import { rechargeEntry } from './recharge-entry.ts'

export type Fulfilment =
  /** `atOnce`: the notice is concluded, too. */
  | { outcome: 'fulfilled'; atOnce?: FulfilledAtOnce }
  /** The same money again: nothing is to be done. */
  | { outcome: 'repeated' }
  /** The order needs no money any more: what arrived goes back. */
  | { outcome: 'surplus'; refund: { refundId: string; userId: string } }
  | { outcome: 'mismatch' }

interface MoneyForOrder {
  orderId: string
  money: ArrivedMoney
  /** What told of it, and the order as it was then. */
  notice?: { id: string; orderNo: string; order: FoundOrder }
}

/**
 * The only door through which an order becomes paid, whoever found the money: a notice, a query, a bill. One transaction: the payment, what
 * was paid for, and the order's end; every repeat finds it done.
 */
export async function fulfilOrder(ctx: OrdersContext, { orderId, money, notice }: MoneyForOrder): Promise<Fulfilment> {
  const atOnce = notice && (await fulfilAtOnce(ctx, { order: notice.order, money, notice }))
  if (atOnce) {
    await wakeReaders(ctx, notice.order.userId)
    ctx.log.info({ orderId, outcome: 'fulfilled' }, 'money arrived')
    return { outcome: 'fulfilled', atOnce }
  }
  const { fulfilment, fulfilled = null } = await inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const { channel, transactionId } = money
    const known = await tx.prisma.payment.findUnique({
      where: { channel_transactionId: { channel, transactionId } },
      select: { status: true, orderId: true },
    })
    if (known && known.orderId !== orderId)
      ctx.log.error({ orderId, otherId: known.orderId, channel }, 'a transaction is known from another order')
    // Money that waits for a person is told like the first time, until they have decided.
    const again = known?.status === 'held' ? ({ outcome: 'mismatch' } as const) : ({ outcome: 'repeated' } as const)
    if (known) return { fulfilment: again }
    const decision = decidePayment({ status: storedOrderStatus(order.status), payableFen: order.payableFen }, money)
    switch (decision.kind) {
      case 'mismatch':
        // Of another currency nothing could be said in fen.
        if (money.currency === 'CNY') await keepPayment(tx, orderId, money, 'held')
        await flag(tx, orderId, 'amount_mismatch')
        return { fulfilment: { outcome: 'mismatch' } as const }
      case 'surplus': {
        const paymentId = await keepPayment(tx, orderId, money, 'surplus')
        await flag(tx, orderId, decision.reason)
        const refundId = await promiseRefund(tx, {
          orderId,
          paymentId,
          amountFen: money.amountFen,
          reason: decision.reason,
        })
        const refund = { refundId, userId: order.userId }
        return { fulfilment: { outcome: 'surplus', refund } as const }
      }
      case 'fulfil':
        await keepPayment(tx, orderId, money, 'accepted')
        await complete(tx, ctx.orderEffects, { order, paidAt: money.paidAt })
        return { fulfilment: { outcome: 'fulfilled' } as const, fulfilled: order }
    }
  })
  if (fulfilled !== null) await tellFulfilled(ctx, fulfilled)
  if (fulfilment.outcome !== 'repeated') ctx.log.info({ orderId, outcome: fulfilment.outcome }, 'money arrived')
  return fulfilment
}

/** What a paid order comes to, in one transaction under its lock; the coupon and the campaign's budget last. Call `tellFulfilled` after the commit. */
export async function complete(
  tx: TxContext,
  effects: OrderEffects,
  { order, paidAt }: { order: LockedOrder; paidAt: Date },
): Promise<void> {
  await tx.prisma.order.update({
    where: { id: order.id },
    data: { status: 'fulfilled', paidAt },
    select: { id: true },
  })
  await give(tx, order)
  await notify(tx, orderNotice('order_paid', { ...order, bonusCredits: await heldBonus(tx, order.id) }))
  await useDiscounts(tx, effects, { order, receivedFen: order.payableFen })
}

export async function tellFulfilled(ctx: OrdersContext, { kind, userId }: LockedOrder): Promise<void> {
  if (kind === 'membership') await invalidateMembership(ctx, userId)
  await wakeReaders(ctx, userId)
}

/**
 * What the order was made with, its coupon and its offer, is used up; who invited its person is owed a share, a bonus is given. Coupons before
 * campaigns' budgets, and of those the one that raises rebates before that of the offer: last of all.
 */
export async function useDiscounts(
  tx: TxContext,
  { coupons }: OrderEffects,
  { order, receivedFen }: { order: LockedOrder; receivedFen: number },
): Promise<void> {
  const { id: orderId, userCouponId } = order
  if (userCouponId !== null) await coupons.use(tx, { orderId, userCouponId })
  await bearRebates(tx, { ...order, receivedFen })
  await spendOffer(tx, { orderId })
}

async function keepPayment(
  tx: TxContext,
  orderId: string,
  money: ArrivedMoney,
  status: PaymentStatus,
): Promise<string> {
  const { channel, transactionId, amountFen, paidAt, source } = money
  const id = tx.newId()
  await tx.prisma.payment.create({
    data: {
      id,
      orderId,
      channel,
      transactionId,
      status,
      source,
      amountFen,
      payerHash: payerHashOf(money),
      paidAt,
      createdAt: tx.clock.now(),
    },
    select: { id: true },
  })
  return id
}

/** What was paid for, under the locks of everybody whom it may concern. Call `invalidateMembership` after the commit of a membership's. */
export async function give(tx: TxContext, order: LockedOrder): Promise<void> {
  const { id: orderId, userId, credits, planMonths, planBenefits } = order
  await lockInviters(tx, userId)
  if (credits !== null) await postEntry(tx, { ...rechargeEntry(orderId, credits), userId })
  if (planMonths !== null)
    await openPeriod(tx, { userId, orderId, months: planMonths, benefits: storedBenefits(planBenefits) })
}

async function flag(tx: TxContext, orderId: string, abnormalReason: string): Promise<void> {
  await tx.prisma.order.update({ where: { id: orderId }, data: { abnormalReason }, select: { id: true } })
}

/** Before the channel is asked, and under a number that stays: whatever happens then, this much is owed once. */
export async function promiseRefund(
  tx: TxContext,
  refund: { orderId: string; paymentId: string; amountFen: number; reason: string },
): Promise<string> {
  const id = tx.newId()
  const createdAt = tx.clock.now()
  await tx.prisma.moneyRefund.create({
    data: { id, refundNo: newRefundNo(), kind: 'surplus', status: 'requested', createdAt, ...refund },
    select: { id: true },
  })
  return id
}
