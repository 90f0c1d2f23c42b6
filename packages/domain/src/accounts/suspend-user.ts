import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { lockAdmins } from './lock-admins.ts'
import { refuseOneself, refuseReachingUp } from './refuse-reaching-up.ts'
import { revokeSessions } from './revoke-sessions.ts'
import { readUserRow } from './user-row.ts'

/**
 * Bites with the next request: every session ends.
 * @throws AppError USER_NOT_FOUND, LAST_ADMIN, USER_IS_ONESELF, USER_ABOVE
 */
export function suspendUser(
  ctx: DomainContext,
  input: { actor: Actor; userId: string; reason: string },
): Promise<UserRowDto> {
  const { actor, userId, reason } = input
  refuseOneself(actor, userId)
  return inTransaction(ctx, async (tx) => {
    // First, and in the order of their ids: two administrators at once wait for each other, and neither for ever.
    const admins = await lockAdmins(tx)
    await refuseReachingUp(tx, { actor, userId })
    admins.refuseLast(userId)
    const before = await readUserRow(tx, userId)
    const changed = await tx.prisma.user.updateMany({
      where: { id: userId, status: 'active' },
      data: { status: 'suspended', suspendedReason: reason, updatedAt: tx.clock.now() },
    })
    if (changed.count === 0) return before
    const revokedSessions = await revokeSessions(tx, { where: { userId }, reason: 'suspended' })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'user:suspend',
      action: 'user.suspend',
      target: before.id,
      before: { status: 'active' },
      after: { status: 'suspended', reason, revokedSessions },
      requestId: actor.requestId,
    })
    return readUserRow(tx, userId)
  })
}
