import { AppError } from '@mozhou/contracts/errors'
import type { RequestRefundInput } from '@mozhou/contracts/refunds/inputs'
import type { DomainContext, TxContext } from '../context.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { lockCredits } from '../credits/order-lot.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { inTransaction } from '../transaction.ts'
import { lockBeneficiaries } from '../referrals/settle-refunded.ts'
import { lockOrder } from './lock-order.ts'
import type { LockedOrder } from './lock-order.ts'
import { newRefundNo } from './random-letters.ts'
import { readQuote } from './read-quote.ts'
import { takeBack } from './reserve-refund.ts'

export interface RequestedRefund {
  refundId: string
  amountFen: number
  /** What it is for is taken back, and the channel may be asked; else it waits for finance. */
  isReserved: boolean
}

/**
 * A person confirms exactly what was quoted. Within seven days and unused it is reserved in the same transaction, else it waits for
 * finance. The same request key again gives the refund that is there.
 * @throws AppError ORDER_NOT_FOUND, ORDER_NOT_REFUNDABLE, REFUND_NOTHING_LEFT, REFUND_IN_FLIGHT, REFUND_QUOTE_CHANGED
 */
export async function requestRefund(
  ctx: DomainContext,
  input: RequestRefundInput & { userId: string },
): Promise<RequestedRefund> {
  const { userId, orderId } = input
  const owned = await ctx.prisma.order.findFirst({ where: { id: orderId, userId }, select: { paidAt: true } })
  if (owned === null) throw new AppError('ORDER_NOT_FOUND')
  if (owned.paidAt === null) throw new AppError('ORDER_NOT_REFUNDABLE')
  const requested = await inTransaction(ctx, async (tx) => {
    const order = await lockForRefund(tx, orderId)
    const repeated = await tx.prisma.moneyRefund.findUnique({
      where: { orderId_requestKey: { orderId, requestKey: input.requestKey } },
      select: { id: true, status: true, amountFen: true },
    })
    if (repeated) {
      const { id: refundId, status, amountFen } = repeated
      return { refundId, amountFen, isReserved: status === 'reserved' }
    }
    return reserveOrAsk(tx, order, input)
  })
  await invalidateMembership(ctx, userId)
  return requested
}

/** Whatever decides about money that goes back holds these, in this order: as fulfilment does, and as charges take the last. */
export async function lockForRefund(tx: TxContext, orderId: string): Promise<LockedOrder> {
  const order = await lockOrder(tx, orderId)
  await tx.prisma.$executeRaw(lockUser(order.userId))
  await lockBeneficiaries(tx, order)
  await lockCredits(tx, order.userId)
  return order
}

async function reserveOrAsk(tx: TxContext, order: LockedOrder, input: RequestRefundInput): Promise<RequestedRefund> {
  const { dto, paymentId, lot } = await readQuote(tx, order)
  if (dto.refusal === 'not_paid' || paymentId === null) throw new AppError('ORDER_NOT_REFUNDABLE')
  if (dto.refusal === 'in_flight') throw new AppError('REFUND_IN_FLIGHT')
  if (dto.refusal === 'nothing_left') throw new AppError('REFUND_NOTHING_LEFT')
  const { amountFen, takenCredits, waitsFor } = dto
  if (amountFen !== input.amountFen || takenCredits !== input.takenCredits) throw new AppError('REFUND_QUOTE_CHANGED')
  const now = tx.clock.now()
  const isReserved = waitsFor === null
  const refundId = tx.newId()
  await tx.prisma.moneyRefund.create({
    data: {
      id: refundId,
      refundNo: newRefundNo(),
      orderId: order.id,
      paymentId,
      kind: 'request',
      status: isReserved ? 'reserved' : 'requested',
      amountFen,
      askedFen: amountFen,
      reason: 'requested',
      note: input.note === undefined || input.note === '' ? null : input.note,
      requestKey: input.requestKey,
      createdAt: now,
      reservedAt: isReserved ? now : null,
    },
    select: { id: true },
  })
  if (isReserved) await takeBack(tx, order, { refundId, credits: takenCredits, bonus: lot?.bonus ?? 0 })
  return { refundId, amountFen, isReserved }
}
