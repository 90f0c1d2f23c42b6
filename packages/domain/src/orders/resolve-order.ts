import type { ResolveOrderInput } from '@mozhou/contracts/orders/admin-inputs'
import type { AbnormalResolution } from '@mozhou/contracts/orders/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import { heldBonus } from '../campaigns/order-offers.ts'
import type { TxContext } from '../context.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { storedAbnormalReason } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { give, promiseRefund, useDiscounts } from './fulfil-order.ts'
import { possibleOf } from './get-order-detail.ts'
import type { LockedOrder } from './lock-order.ts'
import { orderNotice } from './order-notice.ts'
import type { OrdersContext } from './orders-context.ts'
import { askStuckRefunds, refundAgain } from './refund-again.ts'
import type { AskedRefund } from './refund-again.ts'
import { lockForRefund } from './request-refund.ts'

/** Refunds that were promised, for their workflows to be started; the sweep starts those that nobody did. */
interface Resolved {
  refunds: { refundId: string; userId: string }[]
}

/**
 * A person settles an order that needed one: the flag goes, who did what and why stays.
 * @throws AppError ORDER_NOT_FOUND, RESOLUTION_UNFIT when it is not (or no longer) to be settled like that, CHANNEL_UNAVAILABLE when a refund
 *   is to be made again and nobody says what became of it
 */
export async function resolveOrder(
  ctx: OrdersContext,
  { orderId, resolution, note, actor }: ResolveOrderInput & { actor: Actor },
): Promise<Resolved> {
  const present = await ctx.prisma.order.findUnique({ where: { id: orderId }, select: { userId: true } })
  if (!present) throw new AppError('ORDER_NOT_FOUND')
  const asked = resolution === 'refund_again' ? await askStuckRefunds(ctx, orderId) : []
  const { refunds, memberId } = await inTransaction(ctx, async (tx) => {
    const order = await lockForRefund(tx, orderId)
    const state = await tx.prisma.order.findUniqueOrThrow({
      where: { id: orderId },
      select: {
        abnormalReason: true,
        payments: { select: { id: true, status: true, amountFen: true, paidAt: true } },
        refunds: { orderBy: { createdAt: 'asc' }, select: { status: true, kind: true, paymentId: true } },
      },
    })
    if (state.abnormalReason === null || !possibleOf(state).includes(resolution)) throw new AppError('RESOLUTION_UNFIT')
    const reason = storedAbnormalReason(state.abnormalReason)
    const held = state.payments.filter(({ status }) => status === 'held')
    const promised = await settle(tx, order, { resolution, held, asked })
    if (resolution === 'accept') await useDiscounts(tx, ctx.orderEffects, { order, receivedFen: sumOf(held) })
    await tx.prisma.order.update({ where: { id: orderId }, data: { abnormalReason: null }, select: { id: true } })
    await tx.prisma.orderResolution.create({
      data: {
        id: tx.newId(),
        orderId,
        reason,
        resolution,
        note,
        actorId: actor.userId,
        createdAt: tx.clock.now(),
      },
      select: { id: true },
    })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'order:resolve',
      action: 'order.resolve',
      target: formatId('order', orderId),
      before: { status: order.status, abnormalReason: reason, heldFen: held.map(({ amountFen }) => amountFen) },
      after: { resolution, note },
      requestId: actor.requestId,
    })
    return { refunds: promised, memberId: order.planMonths !== null ? order.userId : null }
  })
  if (memberId !== null) await invalidateMembership(ctx, memberId)
  if (resolution === 'accept' || resolution === 'refund_again') await wakeReaders(ctx, present.userId)
  return { refunds: refunds.map((refundId) => ({ refundId, userId: present.userId })) }
}

const sumOf = (held: readonly HeldPayment[]) => held.reduce((sum, { amountFen }) => sum + amountFen, 0)

interface HeldPayment {
  id: string
  amountFen: number
  paidAt: Date
}

interface Settling {
  resolution: AbnormalResolution
  held: readonly HeldPayment[]
  asked: readonly AskedRefund[]
}

/** What becomes of the money that waited. Gives the refunds that were promised. */
async function settle(tx: TxContext, order: LockedOrder, { resolution, held, asked }: Settling): Promise<string[]> {
  const { id: orderId } = order
  switch (resolution) {
    case 'accept': {
      for (const { id, paidAt, amountFen } of held) {
        await tx.prisma.payment.update({ where: { id }, data: { status: 'accepted' }, select: { id: true } })
        await tx.prisma.order.update({
          where: { id: orderId },
          data: { status: 'fulfilled', paidAt, closedAt: null },
          select: { id: true },
        })
        await notify(
          tx,
          orderNotice('order_paid', { ...order, payableFen: amountFen, bonusCredits: await heldBonus(tx, orderId) }),
        )
      }
      await give(tx, order)
      return []
    }
    case 'refund': {
      const promised: string[] = []
      for (const { id: paymentId, amountFen } of held) {
        await tx.prisma.payment.update({ where: { id: paymentId }, data: { status: 'surplus' }, select: { id: true } })
        promised.push(await promiseRefund(tx, { orderId, paymentId, amountFen, reason: 'amount_mismatch' }))
      }
      return promised
    }
    case 'settled_elsewhere':
      await tx.prisma.payment.updateMany({ where: { orderId, status: 'held' }, data: { status: 'surplus' } })
      return []
    case 'refund_again':
      return refundAgain(tx, order, asked)
    case 'seen':
      return []
  }
}
