import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { ApproveRefundInput, RejectRefundInput } from '@mozhou/contracts/refunds/inputs'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import type { LockedOrder } from './lock-order.ts'
import { toldOf } from './order-notice.ts'
import { readQuote } from './read-quote.ts'
import { creditsTaken } from './refund-rules.ts'
import { lockForRefund } from './request-refund.ts'
import { takeBack } from './reserve-refund.ts'

/**
 * Finance lets a waiting refund go, whole or in part, by what may come back at this moment; what it is for is taken back in the same
 * transaction. A membership goes back whole, for it ends.
 * @throws AppError REFUND_NOT_FOUND, REFUND_DECIDED, REFUND_QUOTE_CHANGED when more than may come back was approved
 */
export async function approveRefund(
  ctx: DomainContext,
  input: ApproveRefundInput & { actor: Actor },
): Promise<{ userId: string }> {
  const { refundId, amountFen, basis, reason, actor } = input
  const userId = await inTransaction(ctx, async (tx) => {
    const order = await lockWaiting(tx, refundId)
    const { refundableFen, lot, dto } = await readQuote(tx, order, { except: refundId })
    const mostFen = refundableFen[basis]
    if (amountFen > mostFen || (order.kind === 'membership' && amountFen < mostFen))
      throw new AppError('REFUND_QUOTE_CHANGED')
    const credits = creditsTaken({ unused: lot?.unused ?? 0, amountFen, refundableFen: mostFen })
    const now = tx.clock.now()
    await tx.prisma.moneyRefund.update({
      where: { id: refundId },
      data: {
        status: 'reserved',
        amountFen,
        reservedAt: now,
        decidedById: actor.userId,
        decidedAt: now,
        decisionNote: reason,
      },
      select: { id: true },
    })
    await takeBack(tx, order, { refundId, credits, bonus: lot?.bonus ?? 0 })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'refund:decide',
      action: 'refund.approve',
      target: formatId('moneyRefund', refundId),
      before: { status: 'requested', quotedFen: dto.amountFen },
      after: { status: 'reserved', amountFen, basis, credits, reason, orderId: formatId('order', order.id) },
      requestId: actor.requestId,
    })
    return order.userId
  })
  await invalidateMembership(ctx, userId)
  return { userId }
}

/** Finance says no, with a reason that the person reads. @throws AppError REFUND_NOT_FOUND, REFUND_DECIDED */
export async function rejectRefund(
  ctx: DomainContext,
  { refundId, reason, actor }: RejectRefundInput & { actor: Actor },
): Promise<void> {
  const userId = await inTransaction(ctx, async (tx) => {
    const order = await lockWaiting(tx, refundId)
    const now = tx.clock.now()
    const decided = { decidedById: actor.userId, decidedAt: now, decisionNote: reason, endedAt: now }
    const { amountFen } = await tx.prisma.moneyRefund.update({
      where: { id: refundId },
      data: { status: 'rejected', ...decided },
      select: { amountFen: true },
    })
    const event = { kind: 'refund_rejected' as const, params: { ...toldOf(order, amountFen), reason } }
    await notify(tx, { userId: order.userId, event, key: `refund_rejected:${refundId}` })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'refund:decide',
      action: 'refund.reject',
      target: formatId('moneyRefund', refundId),
      before: { status: 'requested' },
      after: { status: 'rejected', reason, orderId: formatId('order', order.id) },
      requestId: actor.requestId,
    })
    return order.userId
  })
  await wakeReaders(ctx, userId)
}

/** The order of a refund that waits for a decision, with its locks held: of two who decide, the second finds it done. */
async function lockWaiting(tx: TxContext, refundId: string): Promise<LockedOrder> {
  const known = await tx.prisma.moneyRefund.findUnique({ where: { id: refundId }, select: { orderId: true } })
  if (known === null) throw new AppError('REFUND_NOT_FOUND')
  const order = await lockForRefund(tx, known.orderId)
  const { kind, status } = await tx.prisma.moneyRefund.findUniqueOrThrow({
    where: { id: refundId },
    select: { kind: true, status: true },
  })
  if (kind !== 'request' || status !== 'requested') throw new AppError('REFUND_DECIDED')
  return order
}
