import type { LedgerUnit } from '@mozhou/contracts/credits/kinds'
import type { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { postEntry } from '../credits/post-entry.ts'
import { flagUsedCoupon } from '../given-coupons/flag-used-coupon.ts'
import { returnTakenCoupon, takeBackCoupon } from '../given-coupons/take-back-coupon.ts'
import { notify } from '../notifications/notify.ts'
import { releaseForClawback } from '../withdrawals/release-for-clawback.ts'
import { openStatus, rebateOf, welcomeOf } from '../referral-rules/rebate-rules.ts'
import { storedLevel, storedRebateForm } from '../referral-rules/stored-referrals.ts'

type RebateRow = Prisma.RebateGetPayload<object>

/** Before the credits of the order's own person are locked: everybody's whom its refund may concern, upwards from the invited, as `lockInviters` does. */
export async function lockBeneficiaries(tx: TxContext, order: { id: string; userId: string }): Promise<void> {
  const withCash = await tx.prisma.rebate.findMany({
    where: { orderId: order.id, form: 'cash' },
    orderBy: { level: 'asc' },
    select: { beneficiaryId: true },
  })
  for (const { beneficiaryId } of withCash) await tx.prisma.$executeRaw(lockUser(beneficiaryId))
  await tx.prisma.$executeRaw`
    SELECT 1 FROM credit_accounts WHERE user_id = ${order.userId}::uuid
      OR user_id IN (SELECT beneficiary_id FROM rebates WHERE order_id = ${order.id}::uuid)
    ORDER BY user_id, unit FOR UPDATE`
}

/**
 * What the rebates of an order are worth after its refunds as they stand now, one of which has just been reserved, or has failed. What is
 * pending is less or none; of what was paid the difference is taken back, as a debt where it is gone, or given again. Under the order's lock.
 */
export async function settleRefunded(
  tx: TxContext,
  { orderId, refundId }: { orderId: string; refundId: string },
): Promise<void> {
  const rebates = await tx.prisma.rebate.findMany({
    where: { orderId, OR: [{ endReason: null }, { endReason: 'refunded' }] },
    orderBy: { beneficiaryId: 'asc' },
  })
  if (rebates.length === 0) return
  const { _sum } = await tx.prisma.moneyRefund.aggregate({
    where: { orderId, payment: { status: 'accepted' }, status: { notIn: ['requested', 'failed', 'rejected'] } },
    _sum: { amountFen: true },
  })
  const refundedFen = _sum.amountFen ?? 0
  for (const rebate of rebates) await settle(tx, rebate, { refundId, amount: amountAfter(rebate, refundedFen) })
}

function amountAfter(
  { level, baseFen, rateBp, bornAmount, form, couponCredits }: RebateRow,
  refundedFen: number,
): number {
  const base = { baseFen, refundedFen, form: storedRebateForm(form), couponCredits }
  return level === 0 || rateBp === null ? welcomeOf(base, bornAmount) : rebateOf(base, rateBp)
}

async function settle(
  tx: TxContext,
  rebate: RebateRow,
  { refundId, amount }: { refundId: string; amount: number },
): Promise<void> {
  const delta = amount - rebate.amount
  if (delta === 0) return
  const wasPaid = rebate.status === 'paid'
  if (wasPaid) await moveDifference(tx, rebate, { refundId, delta })
  const state = wasPaid ? {} : await pendingState(tx, rebate, amount)
  await tx.prisma.rebate.update({ where: { id: rebate.id }, data: { amount, ...state }, select: { id: true } })
  if (delta > 0) return
  const { id, level, form, beneficiaryId: userId } = rebate
  const reward = { form: storedRebateForm(form), amount: -delta, level: storedLevel(level) }
  const event = { kind: 'rebate_lost' as const, params: { ...reward, reason: 'refunded' as const, wasPaid } }
  await notify(tx, { userId, event, key: `rebate_lost:${id}:${refundId}` })
}

/** With nothing left it is cancelled; with something again, it is what it was before. */
async function pendingState(tx: TxContext, rebate: RebateRow, amount: number) {
  if (amount === 0) return { status: 'cancelled', endReason: 'refunded', endedAt: tx.clock.now(), blockReason: null }
  if (rebate.status !== 'cancelled') return {}
  return { status: await statusAgain(tx, rebate), endReason: null, endedAt: null }
}

async function statusAgain(tx: TxContext, { id, dueAt }: RebateRow): Promise<string> {
  const [flags, released] = await Promise.all([
    tx.prisma.rebateFlag.count({ where: { rebateId: id, severity: 'high' } }),
    tx.prisma.rebateDecision.count({ where: { rebateId: id, decision: 'released' } }),
  ])
  return flags > 0 && released === 0 ? 'in_review' : openStatus(dueAt, tx.clock.now())
}

interface Difference {
  refundId: string
  delta: number
}

async function moveDifference(tx: TxContext, rebate: RebateRow, difference: Difference): Promise<void> {
  const form = storedRebateForm(rebate.form)
  if (form !== 'coupon') await postDifference(tx, { ...rebate, form }, difference)
  else if (difference.delta > 0) await returnTakenCoupon(tx, { rebateId: rebate.id })
  else await takeCoupon(tx, rebate.id)
}

async function takeCoupon(tx: TxContext, rebateId: string): Promise<void> {
  const taken = await takeBackCoupon(tx, { rebateId })
  if (taken?.status !== 'used') return
  await flagUsedCoupon(tx, { rebateId, discountFen: taken.discountFen, moment: 'refund' })
}

async function postDifference(
  tx: TxContext,
  { id, level, form, beneficiaryId: userId }: Omit<RebateRow, 'form'> & { form: LedgerUnit },
  { refundId, delta }: Difference,
): Promise<void> {
  const kinds =
    level === 0
      ? { taken: 'clawback_bonus' as const, given: 'gift_referral' as const }
      : { taken: 'clawback_rebate' as const, given: 'rebate' as const }
  // What waits to be paid out comes back first, so that only what is really gone becomes a debt.
  if (form === 'cash' && delta < 0) await releaseForClawback(tx, { userId, amountFen: -delta })
  await postEntry(tx, {
    key: `rebate-${delta < 0 ? 'clawback' : 'returned'}:${id}:${refundId}`,
    kind: delta < 0 ? kinds.taken : kinds.given,
    userId,
    unit: form,
    amount: delta,
    reference: { type: 'rebate', id },
  })
}
