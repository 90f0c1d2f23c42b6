import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'

interface Admins {
  /** @throws AppError LAST_ADMIN when none but `userId` is left */
  refuseLast: (userId: string) => void
}

/** Locks every active administrator until the transaction ends, so that two who demote each other come one after the other. */
export async function lockAdmins(tx: TxContext): Promise<Admins> {
  const admins = await tx.prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'admin' AND status = 'active' ORDER BY id FOR UPDATE`
  return {
    refuseLast(userId) {
      if (admins.every((admin) => admin.id === userId)) throw new AppError('LAST_ADMIN')
    },
  }
}
