import type { RequestWithdrawalInput } from '@mozhou/contracts/withdrawals/inputs'
import { lockUser } from '../accounts/lock-user.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { assertAllowed, hold } from './begin-attempt.ts'

/** What a run has to know, and what people see of it. */
export interface StartedWithdrawal {
  withdrawalId: string
  userId: string
  attempt: number
  amountFen: number
}

/**
 * Cash on its way out: the row and its hold are one transaction. The same request key again gives the withdrawal that is there.
 * @throws AppError as `assertAllowed`
 */
export function requestWithdrawal(
  ctx: DomainContext,
  { userId, amountFen, requestKey }: RequestWithdrawalInput & { userId: string },
): Promise<StartedWithdrawal> {
  return inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const present = await tx.prisma.withdrawal.findUnique({
      where: { userId_requestKey: { userId, requestKey } },
      select: { id: true, attempt: true, amountFen: true },
    })
    if (present !== null) return { withdrawalId: present.id, userId, ...present }
    const wanted = { id: tx.newId(), attempt: 1, userId, amountFen }
    const { payeeId, reviewReasons } = await assertAllowed({ ...tx, secrets: ctx.secrets }, wanted)
    const now = tx.clock.now()
    await tx.prisma.withdrawal.create({
      data: {
        id: wanted.id,
        userId,
        payeeId,
        amountFen,
        reviewReasons,
        status: reviewReasons.length > 0 ? 'in_review' : 'requested',
        requestKey,
        createdAt: now,
        requestedAt: now,
      },
      select: { id: true },
    })
    await hold(tx, wanted)
    return { withdrawalId: wanted.id, userId, attempt: 1, amountFen }
  })
}
