import { formatId } from '@mozhou/contracts/ids'
import { lockUser } from '../accounts/lock-user.ts'
import { refuseReachingUp } from '../accounts/refuse-reaching-up.ts'
import { takeBackAccount } from '../accounts/take-back-account.ts'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/**
 * An operator takes a deletion back for somebody who cannot sign in. @throws AppError USER_NOT_FOUND, USER_IS_ONESELF, USER_ABOVE, DELETION_BEGUN,
 * DELETION_NOT_FOUND
 */
export function takeBackDeletion(
  ctx: DomainContext,
  { actor, userId }: { actor: Actor; userId: string },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    // Before the rows of both: as everywhere that takes the two.
    await tx.prisma.$executeRaw(lockUser(userId))
    await refuseReachingUp(tx, { actor, userId })
    const { deletionId } = await takeBackAccount(tx, userId)
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'user:delete',
      action: 'user.take_back_deletion',
      target: formatId('user', userId),
      after: { deletion: formatId('accountDeletion', deletionId) },
      requestId: actor.requestId,
    })
  })
}
