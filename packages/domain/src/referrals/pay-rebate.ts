import type { RebateBlock } from '@mozhou/contracts/referrals/kinds'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext, TxContext } from '../context.ts'
import { postEntry } from '../credits/post-entry.ts'
import { isTakenAtOnce } from '../given-coupons/give-coupon.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { holdForReview } from '../withdrawals/hold-for-review.ts'
import { flagRebate } from './flag-rebate.ts'
import { payCoupon } from './pay-coupon.ts'
import { plusDays } from '../referral-rules/rebate-rules.ts'
import { returnAdded } from './return-added.ts'
import { storedLevel, storedRebateForm } from '../referral-rules/stored-referrals.ts'

const mostTries = 3

export type Payout = 'paid' | 'inReview' | 'waiting' | 'expired'

const selected = {
  rule: { select: { isReviewed: true, expireDays: true, couponId: true } },
  beneficiary: { select: { status: true } },
} as const satisfies Prisma.RebateInclude
type DueRebate = Prisma.RebateGetPayload<{ include: typeof selected }>

/**
 * Pays one rebate whose day has come, or says why not: looked at first, or its person suspended. The ledger's key is the rebate's, so that
 * whoever comes again finds it done. Null where it is not due, any more or yet.
 */
export async function payRebate(
  ctx: DomainContext,
  { rebateId, batchId }: { rebateId: string; batchId: string },
): Promise<Payout | null> {
  const { outcome, userId } = await payOnce(ctx, { rebateId, batchId })
  if (userId !== null && (outcome === 'paid' || outcome === 'expired')) await wakeReaders(ctx, userId)
  return outcome
}

/** Of two coupons that one person is given at the same moment, the second is given at the next try. */
async function payOnce(ctx: DomainContext, { rebateId, batchId }: { rebateId: string; batchId: string }) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(ctx, async (tx) => {
        const rebate = await lockDue(tx, rebateId)
        if (rebate === null) return { outcome: null, userId: null }
        return { outcome: await decide(tx, rebate, batchId), userId: rebate.beneficiaryId }
      })
    } catch (error) {
      if (tries === mostTries || !isTakenAtOnce(error)) throw error
    }
  }
}

/** The order before its rebate, as refunds take them. */
async function lockDue(tx: TxContext, rebateId: string): Promise<DueRebate | null> {
  await tx.prisma.$executeRaw`
    SELECT 1 FROM orders WHERE id = (SELECT order_id FROM rebates WHERE id = ${rebateId}::uuid) FOR UPDATE`
  const [open] = await tx.prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM rebates WHERE id = ${rebateId}::uuid AND status IN ('held', 'due') AND due_at <= ${tx.clock.now()} FOR UPDATE`
  if (!open) return null
  return tx.prisma.rebate.findUniqueOrThrow({ where: { id: rebateId }, include: selected })
}

async function decide(tx: TxContext, rebate: DueRebate, batchId: string): Promise<Payout> {
  const now = tx.clock.now()
  if (rebate.beneficiary.status !== 'active') {
    const isOver = plusDays(rebate.dueAt, rebate.rule.expireDays) <= now
    if (isOver) await expire(tx, rebate)
    else await setStatus(tx, rebate, { status: 'due' })
    return isOver ? 'expired' : 'waiting'
  }
  const isHeld = await flagRebate(tx, { rebateId: rebate.id, moment: 'payout' })
  if (isHeld) await holdForReview(tx, { userId: rebate.beneficiaryId })
  if (isHeld || (rebate.rule.isReviewed && !(await wasReleased(tx, rebate)))) {
    await setStatus(tx, rebate, { status: 'in_review' })
    return 'inReview'
  }
  return pay(tx, rebate, batchId)
}

/** A coupon that cannot be given keeps its rebate from nobody: finance sees why, and decides what is given instead. */
async function pay(tx: TxContext, rebate: DueRebate, batchId: string): Promise<Payout> {
  const { id, amount, beneficiaryId: userId } = rebate
  const [form, level] = [storedRebateForm(rebate.form), storedLevel(rebate.level)]
  const blockReason = form === 'coupon' ? await give(tx, rebate) : null
  if (blockReason !== null) {
    await setStatus(tx, rebate, { status: 'in_review', blockReason })
    return 'inReview'
  }
  if (form !== 'coupon')
    await postEntry(tx, {
      key: `rebate:${id}`,
      kind: level === 0 ? 'gift_referral' : 'rebate',
      userId,
      unit: form,
      amount,
      reference: { type: 'rebate', id },
    })
  await setStatus(tx, rebate, { status: 'paid', endedAt: tx.clock.now(), batchId })
  await notify(tx, {
    userId,
    event: { kind: 'rebate_paid', params: { form, amount, level } },
    key: `rebate_paid:${id}`,
  })
  return 'paid'
}

function give(tx: TxContext, { id: rebateId, beneficiaryId: userId, rule }: DueRebate): Promise<RebateBlock | null> {
  if (rule.couponId === null) throw new Error(`rebate ${rebateId} is a coupon of a rule that names none`)
  return payCoupon(tx, { rebateId, userId, couponId: rule.couponId })
}

async function expire(tx: TxContext, rebate: DueRebate): Promise<void> {
  const { id, amount, beneficiaryId: userId } = rebate
  await setStatus(tx, rebate, { status: 'expired', endReason: 'suspended', endedAt: tx.clock.now() })
  const reward = { form: storedRebateForm(rebate.form), amount, level: storedLevel(rebate.level) }
  const params = { ...reward, reason: 'suspended' as const, wasPaid: false }
  await notify(tx, { userId, event: { kind: 'rebate_lost', params }, key: `rebate_lost:${id}` })
  await returnAdded(tx, rebate)
}

async function wasReleased(tx: TxContext, { id: rebateId }: DueRebate): Promise<boolean> {
  return (await tx.prisma.rebateDecision.count({ where: { rebateId, decision: 'released' } })) > 0
}

async function setStatus(tx: TxContext, { id }: DueRebate, data: Prisma.RebateUncheckedUpdateInput): Promise<void> {
  await tx.prisma.rebate.update({ where: { id }, data, select: { id: true } })
}
