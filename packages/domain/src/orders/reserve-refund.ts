import type { TxContext } from '../context.ts'
import { postEntry } from '../credits/post-entry.ts'
import { reverseEntry } from '../credits/reverse-entry.ts'
import { cutPeriod } from '../memberships/cut-period.ts'
import { restorePeriod } from '../memberships/restore-period.ts'
import { readTakenPeriod, storedTakenPeriod } from '../memberships/taken-period.ts'
import { settleRefunded } from '../referrals/settle-refunded.ts'
import { endRenewal } from './renewals/end-renewal.ts'
import type { LockedOrder } from './lock-order.ts'
import { splitTaken } from './refund-rules.ts'

const parts = ['bonus', 'recharge'] as const
type Part = (typeof parts)[number]
const clawbackOf = { bonus: 'clawback_bonus', recharge: 'clawback_recharge' } as const

type OwnedOrder = Pick<LockedOrder, 'id' | 'userId' | 'kind'>

/**
 * Takes back what the money was paid for, before the channel is asked. Under the locks of order, person and credits; call
 * `invalidateMembership` after the commit.
 */
export async function takeBack(
  tx: TxContext,
  order: OwnedOrder,
  { refundId, credits, bonus }: { refundId: string; credits: number; bonus: number },
): Promise<void> {
  const { id: orderId, userId } = order
  const split = splitTaken(credits, bonus)
  const amounts: Record<Part, number> = { bonus: split.bonus, recharge: split.paid }
  for (const part of parts) {
    if (amounts[part] === 0) continue
    await postEntry(tx, {
      key: `clawback:${refundId}:${part}`,
      kind: clawbackOf[part],
      userId,
      unit: 'credits',
      amount: -amounts[part],
      reference: { type: 'order', id: orderId },
    })
  }
  const taken = order.kind === 'membership' ? await cutPeriod(tx, { userId, orderId }) : null
  // Whoever takes their money back wants no more of it taken.
  if (order.kind === 'membership') await endRenewal(tx, { userId, reason: 'refunded' })
  await tx.prisma.moneyRefund.update({
    where: { id: refundId },
    data: { takenCredits: credits, ...(taken === null ? {} : { takenPeriod: storedTakenPeriod(taken) }) },
    select: { id: true },
  })
  await settleRefunded(tx, { orderId, refundId })
}

/** The money did not go back: the person has again what was taken. Under the same locks. */
export async function giveAgain(
  tx: TxContext,
  order: OwnedOrder,
  { refundId, takenPeriod }: { refundId: string; takenPeriod: unknown },
): Promise<void> {
  const { id: orderId, userId } = order
  for (const part of parts)
    await reverseEntry(tx, {
      key: `clawback-returned:${refundId}:${part}`,
      originalKey: `clawback:${refundId}:${part}`,
      kind: clawbackOf[part],
      reason: '退款没有退成',
    })
  const taken = readTakenPeriod(takenPeriod)
  if (taken !== null) await restorePeriod(tx, { userId, orderId, taken })
  await settleRefunded(tx, { orderId, refundId })
}
