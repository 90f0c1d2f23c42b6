import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { Role } from '@mozhou/contracts/roles'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { lockAdmins } from './lock-admins.ts'
import { readUserRow } from './user-row.ts'

/** Counts with the next request: roles are read with every one. @throws AppError USER_NOT_FOUND, LAST_ADMIN */
export function setRole(ctx: DomainContext, input: { actor: Actor; userId: string; role: Role }): Promise<UserRowDto> {
  const { actor, userId, role } = input
  return inTransaction(ctx, async (tx) => {
    if (role !== 'admin') (await lockAdmins(tx)).refuseLast(userId)
    const target = await lockUser(tx, userId)
    if (target.status === 'deleted') throw new AppError('USER_NOT_FOUND')
    if (target.role === role) return target
    await tx.prisma.user.update({
      where: { id: userId },
      data: { role, updatedAt: tx.clock.now() },
      select: { id: true },
    })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'user:role',
      action: 'user.set_role',
      target: target.id,
      before: { role: target.role },
      after: { role },
      requestId: actor.requestId,
    })
    return { ...target, role }
  })
}

/** Two changes at once come one after the other, so that each audit row tells the role it really replaced. */
async function lockUser(tx: TxContext, userId: string): Promise<UserRowDto> {
  await tx.prisma.$executeRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR UPDATE`
  return readUserRow(tx, userId)
}
