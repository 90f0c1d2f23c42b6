import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { DecideWithdrawalInput } from '@mozhou/contracts/withdrawals/inputs'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { approve } from './approve-withdrawal.ts'
import { endUnpaid } from './end-withdrawal.ts'
import { mayBePaid } from './hold-suspended.ts'
import { lockWithdrawal } from './lock-withdrawal.ts'
import type { LockedWithdrawal } from './lock-withdrawal.ts'
import type { StartedWithdrawal } from './request-withdrawal.ts'

type Decision = DecideWithdrawalInput & { actor: Actor }

/**
 * Finance lets a waiting one go, with a reason; one of a suspended person waits until they are back.
 * @throws AppError WITHDRAWAL_NOT_FOUND, WITHDRAWAL_DECIDED, WITHDRAWAL_SUSPENDED
 */
export function approveReviewed(ctx: DomainContext, decision: Decision): Promise<StartedWithdrawal> {
  const { withdrawalId, reason, actor } = decision
  return inTransaction(ctx, async (tx) => {
    const row = await lockWaiting(tx, withdrawalId)
    if (!(await mayBePaid(tx, row))) throw new AppError('WITHDRAWAL_SUSPENDED')
    const decided = { decidedById: actor.userId, decidedAt: tx.clock.now(), decisionNote: reason }
    const { taxFen, netFen } = await approve(tx, row, decided)
    await write(tx, decision, row, { status: 'approved', taxFen, netFen })
    return { withdrawalId, userId: row.userId, attempt: row.attempt, amountFen: row.amountFen }
  })
}

/** Finance says no, with a reason that the person reads; the money is theirs again. @throws AppError WITHDRAWAL_NOT_FOUND, WITHDRAWAL_DECIDED */
export async function rejectWithdrawal(ctx: DomainContext, decision: Decision): Promise<StartedWithdrawal> {
  const { withdrawalId, reason, actor } = decision
  const started = await inTransaction(ctx, async (tx) => {
    const row = await lockWaiting(tx, withdrawalId)
    await tx.prisma.withdrawal.update({
      where: { id: withdrawalId },
      data: { decidedById: actor.userId, decidedAt: tx.clock.now(), decisionNote: reason },
      select: { id: true },
    })
    await endUnpaid(tx, row, { status: 'cancelled', reason: 'rejected', note: reason })
    await write(tx, decision, row, { status: 'cancelled' })
    return { withdrawalId, userId: row.userId, attempt: row.attempt, amountFen: row.amountFen }
  })
  await wakeReaders(ctx, started.userId)
  return started
}

async function lockWaiting(tx: TxContext, withdrawalId: string): Promise<LockedWithdrawal> {
  const row = await lockWithdrawal(tx, { withdrawalId })
  if (row.status !== 'in_review') throw new AppError('WITHDRAWAL_DECIDED')
  return row
}

async function write(
  tx: TxContext,
  { withdrawalId, reason, actor }: Decision,
  { reviewReasons, amountFen }: LockedWithdrawal,
  after: { status: 'approved'; taxFen: number; netFen: number } | { status: 'cancelled' },
): Promise<void> {
  await writeAuditRow(tx, {
    actorId: actor.userId,
    permission: 'withdrawal:decide',
    action: after.status === 'approved' ? 'withdrawal.approve' : 'withdrawal.reject',
    target: formatId('withdrawal', withdrawalId),
    before: { status: 'in_review', reviewReasons, amountFen },
    after: { ...after, reason },
    requestId: actor.requestId,
  })
}
