import { openStatuses } from '@mozhou/contracts/withdrawals/kinds'
import type { TxContext } from '../context.ts'

/** Whether cash of a person is on its way out: nobody deletes their account under it. */
export async function hasOpenWithdrawal(
  { prisma }: Pick<TxContext, 'prisma'>,
  { userId }: { userId: string },
): Promise<boolean> {
  const open = await prisma.withdrawal.findFirst({
    where: { userId, status: { in: [...openStatuses] } },
    select: { id: true },
  })
  return open !== null
}
