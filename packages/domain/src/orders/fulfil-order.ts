import { createHash } from 'node:crypto'
import type { PayChannel, PaymentSource, PaymentStatus } from '@mozhou/contracts/orders/kinds'
import type { DomainContext, TxContext } from '../context.ts'
import { postEntry } from '../credits/post-entry.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { bearRebates } from '../referrals/bear-rebates.ts'
import { lockOrder } from './lock-order.ts'
import type { LockedOrder } from './lock-order.ts'
import { openPeriod } from './open-period.ts'
import { orderNotice } from './order-notice.ts'
import { storedOrderStatus } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { decidePayment } from './order-rules.ts'
import { newRefundNo } from './random-letters.ts'

/** Money that a channel vouches for. */
export interface ArrivedMoney {
  channel: PayChannel
  transactionId: string
  amountFen: number
  currency: string
  payerId: string | null
  paidAt: Date
  source: PaymentSource
}

export type Fulfilment =
  | { outcome: 'fulfilled' }
  /** The same money again: nothing is to be done. */
  | { outcome: 'repeated' }
  /** The order needs no money any more: what arrived goes back. */
  | { outcome: 'surplus'; refund: { refundId: string; userId: string } }
  | { outcome: 'mismatch' }

/**
 * The only door through which an order becomes paid, whoever found the money: a notice, a query, a bill. One transaction: the payment, what
 * was paid for, and the order's end; every repeat finds it done.
 */
export async function fulfilOrder(
  ctx: DomainContext,
  { orderId, money }: { orderId: string; money: ArrivedMoney },
): Promise<Fulfilment> {
  const {
    fulfilment,
    memberId,
    toldId = null,
  } = await inTransaction(ctx, async (tx) => {
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
    if (known) return { fulfilment: again, memberId: null }
    const decision = decidePayment({ status: storedOrderStatus(order.status), payableFen: order.payableFen }, money)
    switch (decision.kind) {
      case 'mismatch':
        // Of another currency nothing could be said in fen.
        if (money.currency === 'CNY') await keepPayment(tx, orderId, money, 'held')
        await flag(tx, orderId, 'amount_mismatch')
        return { fulfilment: { outcome: 'mismatch' } as const, memberId: null }
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
        return { fulfilment: { outcome: 'surplus', refund } as const, memberId: null }
      }
      case 'fulfil':
        await keepPayment(tx, orderId, money, 'accepted')
        await tx.prisma.order.update({
          where: { id: orderId },
          data: { status: 'fulfilled', paidAt: money.paidAt },
          select: { id: true },
        })
        await give(tx, order)
        await bearRebates(tx, { ...order, receivedFen: money.amountFen })
        await notify(tx, orderNotice('order_paid', order))
        return {
          fulfilment: { outcome: 'fulfilled' } as const,
          memberId: order.kind === 'membership' ? order.userId : null,
          toldId: order.userId,
        }
    }
  })
  if (memberId !== null) await invalidateMembership(ctx, memberId)
  if (toldId !== null) await wakeReaders(ctx, toldId)
  if (fulfilment.outcome !== 'repeated') ctx.log.info({ orderId, outcome: fulfilment.outcome }, 'money arrived')
  return fulfilment
}

async function keepPayment(
  tx: TxContext,
  orderId: string,
  money: ArrivedMoney,
  status: PaymentStatus,
): Promise<string> {
  const { channel, transactionId, amountFen, payerId, paidAt, source } = money
  const id = tx.newId()
  const payerHash =
    payerId === null ? null : new Uint8Array(createHash('sha256').update(`${channel}:${payerId}`).digest())
  await tx.prisma.payment.create({
    data: {
      id,
      orderId,
      channel,
      transactionId,
      status,
      source,
      amountFen,
      payerHash,
      paidAt,
      createdAt: tx.clock.now(),
    },
    select: { id: true },
  })
  return id
}

/** What was paid for. Call `invalidateMembership` after the commit of a membership's. */
export async function give(tx: TxContext, order: LockedOrder): Promise<void> {
  const { id: orderId, userId, credits, planMonths } = order
  if (credits !== null)
    await postEntry(tx, {
      key: `order:${orderId}`,
      kind: 'recharge',
      userId,
      unit: 'credits',
      amount: credits,
      reference: { type: 'order', id: orderId },
    })
  if (planMonths !== null) await openPeriod(tx, { userId, orderId, months: planMonths })
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
