import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { returnOffer } from '../campaigns/order-offers.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { invalidateMembership } from '../memberships/get-membership.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { settleRefunded } from '../referrals/settle-refunded.ts'
import { deriveStatus, tellRefunded } from './end-refund.ts'
import type { LockedOrder } from './lock-order.ts'
import { readQuote } from './read-quote.ts'
import { creditsOwed } from './refund-rules.ts'
import { lockForRefund } from './request-refund.ts'
import { takeBack } from './reserve-refund.ts'

interface SeenRefund {
  orderId: string
  channel: PayChannel
  /** As the channel has it. */
  refundNo: string
  amountFen: number
}

/**
 * Money that went back without us: made in the channel's own console, found in its notice or bill. What it was paid for is taken back, as a
 * debt where it is no longer there, and a person looks. Once for each number.
 * @returns false when it is known already, or nothing was ever paid by that channel.
 */
export async function recordExternalRefund(ctx: DomainContext, seen: SeenRefund): Promise<boolean> {
  const { orderId, channel, refundNo } = seen
  const userId = await inTransaction(ctx, async (tx) => {
    const order = await lockForRefund(tx, orderId)
    const known = await tx.prisma.moneyRefund.findUnique({ where: { refundNo }, select: { id: true } })
    // Of two payments by one channel the accepted one comes first: its order is what matters.
    const payment = await tx.prisma.payment.findFirst({
      where: { orderId, channel },
      orderBy: { status: 'asc' },
      select: { id: true, status: true },
    })
    if (known !== null || payment === null) return null
    await record(tx, order, { ...seen, paymentId: payment.id, isAccepted: payment.status === 'accepted' })
    return order.userId
  })
  if (userId === null) return false
  ctx.log.error({ orderId, channel, refundNo }, 'money went back without us')
  await invalidateMembership(ctx, userId)
  await wakeReaders(ctx, userId)
  return true
}

async function record(
  tx: TxContext,
  order: LockedOrder,
  { refundNo, amountFen, paymentId, isAccepted }: SeenRefund & { paymentId: string; isAccepted: boolean },
): Promise<void> {
  const { refundableFen, lot, dto } = await readQuote(tx, order)
  const refundId = tx.newId()
  const now = tx.clock.now()
  await tx.prisma.moneyRefund.create({
    data: {
      id: refundId,
      refundNo,
      orderId: order.id,
      paymentId,
      kind: 'external',
      status: 'succeeded',
      amountFen,
      reason: 'external',
      createdAt: now,
      endedAt: now,
    },
    select: { id: true },
  })
  const isWhole = dto.refundedFen + amountFen >= dto.paidFen
  // A membership is not ended by a part of its price.
  if (isAccepted && (order.kind === 'recharge' || isWhole)) {
    const { paid, bonus, unused } = lot ?? { paid: 0, bonus: 0, unused: 0 }
    const credits = creditsOwed({ unused, left: paid + bonus, amountFen, refundableFen: refundableFen.wish })
    await takeBack(tx, order, { refundId, credits, bonus })
  } else if (isAccepted) await settleRefunded(tx, { orderId: order.id, refundId })
  const status = await deriveStatus(tx, order)
  await tellRefunded(tx, order, refundId)
  await tx.prisma.order.update({
    where: { id: order.id },
    data: { abnormalReason: 'refunded_outside' },
    select: { id: true },
  })
  if (status === 'refunded') await returnOffer(tx, { orderId: order.id })
}
