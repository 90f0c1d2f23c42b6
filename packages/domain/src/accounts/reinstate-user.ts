import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { refuseReachingUp } from './refuse-reaching-up.ts'
import { readUserRow } from './user-row.ts'

/** The person may sign in again; ended sessions stay ended. @throws AppError USER_NOT_FOUND, USER_IS_ONESELF, USER_ABOVE */
export function reinstateUser(ctx: DomainContext, input: { actor: Actor; userId: string }): Promise<UserRowDto> {
  const { actor, userId } = input
  return inTransaction(ctx, async (tx) => {
    await refuseReachingUp(tx, { actor, userId })
    const before = await readUserRow(tx, userId)
    const changed = await tx.prisma.user.updateMany({
      where: { id: userId, status: 'suspended' },
      data: { status: 'active', suspendedReason: null, updatedAt: tx.clock.now() },
    })
    if (changed.count === 0) return before
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'user:suspend',
      action: 'user.reinstate',
      target: before.id,
      before: { status: 'suspended' },
      after: { status: 'active' },
      requestId: actor.requestId,
    })
    return readUserRow(tx, userId)
  })
}
