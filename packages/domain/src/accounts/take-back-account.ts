import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { lockUser } from './lock-user.ts'

/**
 * An account that waits for its deletion is its person's again, as it was: what was suspended stays so. The row of the deletion decides between
 * this and the beginning of the removal. @throws AppError DELETION_BEGUN, DELETION_NOT_FOUND
 */
export async function takeBackAccount(tx: TxContext, userId: string): Promise<{ deletionId: string }> {
  await tx.prisma.$executeRaw(lockUser(userId))
  const now = tx.clock.now()
  const [taken] = await tx.prisma.accountDeletion.updateManyAndReturn({
    where: { userId, status: 'pending' },
    data: { status: 'taken_back', endedAt: now },
    select: { id: true },
  })
  if (!taken) {
    const isBegun =
      (await tx.prisma.accountDeletion.count({ where: { userId, status: { in: ['removing', 'done'] } } })) > 0
    throw new AppError(isBegun ? 'DELETION_BEGUN' : 'DELETION_NOT_FOUND')
  }
  await tx.prisma.$executeRaw`
    UPDATE users SET status = CASE WHEN suspended_reason IS NULL THEN 'active' ELSE 'suspended' END, updated_at = ${now}
    WHERE id = ${userId}::uuid AND status = 'closing'`
  return { deletionId: taken.id }
}
