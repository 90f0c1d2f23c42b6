import { unsubmittedStatuses } from '@mozhou/contracts/withdrawals/kinds'
import { lockUser } from '../accounts/lock-user.ts'
import type { TxContext } from '../context.ts'
import { getBalance } from '../credits/get-balance.ts'
import { endUnpaid } from './end-withdrawal.ts'
import { lockWithdrawal } from './lock-withdrawal.ts'

/**
 * Before a rebate of this much is taken back: where the balance would be short, a withdrawal that was not yet sent is called off and its
 * hold given back, so that what can be taken is taken and only the rest is a debt. One that was sent stays. In the transaction of the
 * clawback, after the order's lock and before any entry; takes the person's lock. @returns whether one was called off
 */
export async function releaseForClawback(
  tx: TxContext,
  { userId, amountFen }: { userId: string; amountFen: number },
): Promise<boolean> {
  await tx.prisma.$executeRaw(lockUser(userId))
  const { cashFen } = await getBalance(tx, { userId })
  if (cashFen >= amountFen) return false
  const open = await tx.prisma.withdrawal.findFirst({
    where: { userId, status: { in: [...unsubmittedStatuses] } },
    select: { id: true },
  })
  if (open === null) return false
  const row = await lockWithdrawal(tx, { withdrawalId: open.id })
  await endUnpaid(tx, row, { status: 'cancelled', reason: 'clawed_back' })
  return true
}
