import { openStatuses } from '@mozhou/contracts/withdrawals/kinds'
import type { DomainContext } from '../context.ts'
import type { StartedWithdrawal } from './request-withdrawal.ts'

/** Younger ones are still in the hands of the process that made them. */
const leftAloneMs = 30_000
const atOnce = 200

/** Open ones: whoever has no run gets one; who has one keeps it. */
export async function findUnattendedWithdrawals({
  prisma,
  clock,
}: Pick<DomainContext, 'prisma' | 'clock'>): Promise<StartedWithdrawal[]> {
  const rows = await prisma.withdrawal.findMany({
    where: {
      status: { in: [...openStatuses] },
      requestedAt: { lt: new Date(clock.now().getTime() - leftAloneMs) },
    },
    orderBy: { requestedAt: 'asc' },
    take: atOnce,
    select: { id: true, userId: true, attempt: true, amountFen: true },
  })
  return rows.map(({ id, ...row }) => ({ withdrawalId: id, ...row }))
}
