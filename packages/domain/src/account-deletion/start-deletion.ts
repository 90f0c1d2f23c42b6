import type { DeletionRequestedDto } from '@mozhou/contracts/account-deletion/answers'
import { formatId } from '@mozhou/contracts/ids'
import { lockUser } from '../accounts/lock-user.ts'
import { refuseReachingUp } from '../accounts/refuse-reaching-up.ts'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { inTransaction } from '../transaction.ts'
import { closeAccount, refuseHindered, settleWithChannels } from './close-account.ts'
import { readLost } from './read-lost.ts'

/**
 * An operator starts it for somebody who asked support. The same days of regret and the same hindrances: nobody skips them for anybody.
 * @throws AppError USER_NOT_FOUND, USER_IS_ONESELF, USER_ABOVE, DELETION_HINDERED, CHANNEL_UNAVAILABLE
 */
export async function startDeletion(
  ctx: OrdersContext,
  { actor, userId, reason }: { actor: Actor; userId: string; reason: string },
): Promise<DeletionRequestedDto> {
  await inTransaction(ctx, (tx) => refuseReachingUp(tx, { actor, userId }))
  await refuseHindered(ctx, { userId, withPending: false })
  const lost = await readLost(ctx, userId)
  await settleWithChannels(ctx, { userId })
  return inTransaction(ctx, async (tx) => {
    // Before the rows of both: as everywhere that takes the two.
    await tx.prisma.$executeRaw(lockUser(userId))
    await refuseReachingUp(tx, { actor, userId })
    const { deletion, isNew } = await closeAccount(tx, { userId, starter: { startedById: actor.userId, reason }, lost })
    if (isNew)
      await writeAuditRow(tx, {
        actorId: actor.userId,
        permission: 'user:delete',
        action: 'user.start_deletion',
        target: formatId('user', userId),
        after: { deletion: deletion.id, dueAt: deletion.dueAt, reason, lost },
        requestId: actor.requestId,
      })
    return deletion
  })
}
