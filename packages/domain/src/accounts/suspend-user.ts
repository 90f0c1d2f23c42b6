import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { keepAnAdmin } from './keep-an-admin.ts'
import { revokeSessions } from './revoke-sessions.ts'
import { readUserRow } from './user-row.ts'

/**
 * Bites with the next request: every session ends.
 * @throws AppError USER_NOT_FOUND, LAST_ADMIN, FORBIDDEN when it is oneself
 */
export function suspendUser(
  ctx: DomainContext,
  input: { actor: Actor; userId: string; reason: string },
): Promise<UserRowDto> {
  const { actor, userId, reason } = input
  if (userId === actor.userId) throw new AppError('FORBIDDEN', { reason: 'oneself' })
  return inTransaction(ctx, async (tx) => {
    await keepAnAdmin(tx, userId)
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
