import type { TxContext } from '../context.ts'
import type { LockedWithdrawal } from './lock-withdrawal.ts'

/** Whether a person may be paid at this moment. Who suspends them waits until what is decided of it is committed. */
export async function mayBePaid(tx: TxContext, { userId }: Pick<LockedWithdrawal, 'userId'>): Promise<boolean> {
  const [user] = await tx.prisma.$queryRaw<{ status: string }[]>`
    SELECT status FROM users WHERE id = ${userId}::uuid FOR SHARE`
  return user?.status === 'active'
}

/** What was not sent waits for finance; an approval of before counts no more. */
export async function holdSuspended(tx: TxContext, { id, reviewReasons }: LockedWithdrawal): Promise<void> {
  const undecided = { approvedAt: null, taxPolicy: null, taxFen: null, netFen: null }
  await tx.prisma.withdrawal.update({
    where: { id },
    data: { status: 'in_review', reviewReasons: [...new Set([...reviewReasons, 'suspended'])], ...undecided },
    select: { id: true },
  })
}
