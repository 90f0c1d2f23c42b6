import type { AuditAction } from '@mozhou/contracts/audit/actions'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { DecideRebateInput } from '@mozhou/contracts/referrals/inputs'
import type { RebateDecisionKind } from '@mozhou/contracts/referrals/kinds'
import type { Prisma } from '@mozhou/db/client'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { openStatus } from '../referral-rules/rebate-rules.ts'
import { returnAdded } from './return-added.ts'
import { storedLevel, storedRebateForm } from '../referral-rules/stored-referrals.ts'

type Decided = DecideRebateInput & { actor: Actor }
type RebateRow = Prisma.RebateGetPayload<object>

/** What was found speaks not against it: the date it had counts, and the same finding holds it no more; a coupon that could not be given is tried again. @throws AppError REBATE_NOT_FOUND, REBATE_NOT_IN_REVIEW */
export async function releaseRebate(ctx: DomainContext, input: Decided): Promise<void> {
  await decide(ctx, input, 'released', async (tx, { dueAt }) => ({
    status: openStatus(dueAt, tx.clock.now()),
    blockReason: null,
  }))
}

/**
 * The coupon cannot be given: its person has instead the credits that the rule says it stands for, by the next payout.
 * @throws AppError REBATE_NOT_FOUND, REBATE_NOT_IN_REVIEW, REBATE_NOT_BLOCKED
 */
export async function payRebateInCredits(ctx: DomainContext, input: Decided): Promise<void> {
  const userId = await decide(ctx, input, 'paid_in_credits', async (tx, { dueAt, blockReason, couponCredits }) => {
    if (blockReason === null || couponCredits === null) throw new AppError('REBATE_NOT_BLOCKED')
    const status = openStatus(dueAt, tx.clock.now())
    return { status, blockReason: null, form: 'credits', bornAmount: couponCredits, amount: couponCredits }
  })
  await wakeReaders(ctx, userId)
}

/** It is not paid, and its person is told that it was not granted, not why. @throws AppError REBATE_NOT_FOUND, REBATE_NOT_IN_REVIEW */
export async function rejectRebate(ctx: DomainContext, input: Decided): Promise<void> {
  const userId = await decide(ctx, input, 'rejected', async (tx, rebate) => {
    const reward = { form: storedRebateForm(rebate.form), amount: rebate.amount, level: storedLevel(rebate.level) }
    const params = { ...reward, reason: 'rejected' as const, wasPaid: false }
    const event = { kind: 'rebate_lost' as const, params }
    await notify(tx, { userId: rebate.beneficiaryId, event, key: `rebate_lost:${rebate.id}` })
    return { status: 'cancelled', endReason: 'rejected', endedAt: tx.clock.now(), blockReason: null }
  })
  await wakeReaders(ctx, userId)
}

const actions: Readonly<Record<RebateDecisionKind, AuditAction>> = {
  released: 'rebate.release',
  rejected: 'rebate.reject',
  paid_in_credits: 'rebate.pay-in-credits',
}

async function decide(
  ctx: DomainContext,
  { rebateId, reason, actor }: Decided,
  decision: RebateDecisionKind,
  end: (tx: TxContext, rebate: RebateRow) => Promise<Prisma.RebateUncheckedUpdateInput>,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const rebate = await lockRebate(tx, rebateId)
    if (rebate.status !== 'in_review') throw new AppError('REBATE_NOT_IN_REVIEW')
    const change = await end(tx, rebate)
    await tx.prisma.rebate.update({ where: { id: rebateId }, data: change, select: { id: true } })
    const createdAt = tx.clock.now()
    await tx.prisma.rebateDecision.create({
      data: { id: tx.newId(), rebateId, decision, reason, actorId: actor.userId, createdAt },
      select: { id: true },
    })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'rebate:review',
      action: actions[decision],
      target: formatId('rebate', rebateId),
      before: { status: rebate.status, blockReason: rebate.blockReason },
      after: { decision, reason, amount: rebate.amount, form: rebate.form },
      requestId: actor.requestId,
    })
    if (decision === 'rejected') await returnAdded(tx, rebate)
    return rebate.beneficiaryId
  })
}

/** The order before its rebate, as refunds take them: of two who decide, the second finds it done. */
async function lockRebate(tx: TxContext, rebateId: string): Promise<RebateRow> {
  await tx.prisma.$executeRaw`
    SELECT 1 FROM orders WHERE id = (SELECT order_id FROM rebates WHERE id = ${rebateId}::uuid) FOR UPDATE`
  const rebate = await tx.prisma.rebate.findUnique({ where: { id: rebateId } })
  if (rebate === null) throw new AppError('REBATE_NOT_FOUND')
  return rebate
}
