import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'

/**
 * Locks every active administrator until the transaction ends, so that two who demote each other come one after the other.
 * @throws AppError LAST_ADMIN when none but `userId` is left
 */
export async function keepAnAdmin(tx: TxContext, userId: string): Promise<void> {
  const admins = await tx.prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'admin' AND status = 'active' ORDER BY id FOR UPDATE`
  if (admins.every((admin) => admin.id === userId)) throw new AppError('LAST_ADMIN')
}
