import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { assertAllowed, hold } from './begin-attempt.ts'
import { lockWithdrawal } from './lock-withdrawal.ts'
import type { StartedWithdrawal } from './request-withdrawal.ts'
import { isRepeatable } from './state-rules.ts'

/**
 * The same money once more, under a new number, by the rules and to the payee of now: by the person, or by finance with a reason. Only of
 * one whose end the channel has told, so nothing is ever paid twice.
 * @throws AppError WITHDRAWAL_NOT_FOUND, WITHDRAWAL_NOT_REPEATABLE, and as `assertAllowed`
 */
export function repeatWithdrawal(
  ctx: DomainContext,
  input: { withdrawalId: string } & ({ userId: string } | { actor: Actor; reason: string }),
): Promise<StartedWithdrawal> {
  const { withdrawalId } = input
  return inTransaction(ctx, async (tx) => {
    const owned = 'userId' in input ? { withdrawalId, userId: input.userId } : { withdrawalId }
    const { userId, amountFen, attempt: before, ...row } = await lockWithdrawal(tx, owned)
    if (!isRepeatable(row.status, row.endReason)) throw new AppError('WITHDRAWAL_NOT_REPEATABLE')
    const attempt = before + 1
    const wanted = { id: withdrawalId, attempt, userId, amountFen }
    const { payeeId, reviewReasons } = await assertAllowed({ ...tx, secrets: ctx.secrets }, wanted)
    await tx.prisma.withdrawal.update({
      where: { id: withdrawalId },
      data: {
        attempt,
        payeeId,
        reviewReasons,
        status: reviewReasons.length > 0 ? 'in_review' : 'requested',
        ...undecided,
        requestedAt: tx.clock.now(),
      },
      select: { id: true },
    })
    await hold(tx, wanted)
    if ('actor' in input)
      await writeAuditRow(tx, {
        actorId: input.actor.userId,
        permission: 'withdrawal:decide',
        action: 'withdrawal.repeat',
        target: formatId('withdrawal', withdrawalId),
        before: { status: row.status, endReason: row.endReason, attempt: before },
        after: { attempt, reason: input.reason },
        requestId: input.actor.requestId,
      })
    return { withdrawalId, userId, attempt, amountFen }
  })
}

/** What was decided of the attempt before says nothing of this one. */
const undecided = {
  endReason: null,
  endedAt: null,
  taxPolicy: null,
  taxFen: null,
  netFen: null,
  approvedAt: null,
  decidedById: null,
  decidedAt: null,
  decisionNote: null,
} as const
