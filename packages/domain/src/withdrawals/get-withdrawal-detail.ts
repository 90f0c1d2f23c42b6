import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { WithdrawalDetailDto } from '@mozhou/contracts/withdrawals/answers'
import type { DomainContext } from '../context.ts'
import { storedWithdrawalStatus } from '../stored-columns.ts'
import { decidersOf } from './find-withdrawals.ts'
import { toWithdrawalRow, withdrawalSelect } from './withdrawal-dto.ts'

const mostShared = 20

/** A withdrawal for who decides about it, with every transfer, and who else has given the same account. @throws AppError WITHDRAWAL_NOT_FOUND */
export async function getWithdrawalDetail(
  ctx: Pick<DomainContext, 'prisma'>,
  { withdrawalId }: { withdrawalId: string },
): Promise<Omit<WithdrawalDetailDto, 'workflowUrl'>> {
  const row = await ctx.prisma.withdrawal.findUnique({
    where: { id: withdrawalId },
    select: {
      ...withdrawalSelect,
      payee: { select: { ...withdrawalSelect.payee.select, accountHash: true } },
      transfers: { orderBy: { attempt: 'desc' } },
    },
  })
  if (row === null) throw new AppError('WITHDRAWAL_NOT_FOUND')
  const shared = await ctx.prisma.payee.findMany({
    where: { accountHash: row.payee.accountHash, userId: { not: row.user.id } },
    distinct: ['userId'],
    take: mostShared,
    select: { user: { select: { id: true, username: true } } },
  })
  return {
    ...toWithdrawalRow(row, await decidersOf(ctx, [row])),
    transfers: row.transfers.map((sent) => ({
      transferNo: sent.transferNo,
      channelNo: sent.channelNo,
      amountFen: sent.amountFen,
      status: storedWithdrawalStatus(sent.status),
      vendorCode: sent.vendorCode,
      isSandbox: sent.isSandbox,
      createdAt: sent.createdAt.toISOString(),
      endedAt: sent.endedAt?.toISOString() ?? null,
    })),
    sharedWith: shared.map(({ user }) => ({ id: formatId('user', user.id), username: user.username })),
  }
}
