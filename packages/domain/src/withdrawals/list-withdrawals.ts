import { AppError } from '@mozhou/contracts/errors'
import type { Page, PageInput } from '@mozhou/contracts/page'
import type { WithdrawalDto } from '@mozhou/contracts/withdrawals/answers'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { toWithdrawalDto, withdrawalSelect } from './withdrawal-dto.ts'

type Reading = Pick<DomainContext, 'prisma' | 'settings'>

/** A person's own, newest first. */
export async function listWithdrawals(
  ctx: Reading,
  { userId, cursor, limit }: PageInput & { userId: string },
): Promise<Page<WithdrawalDto>> {
  const rows = await ctx.prisma.withdrawal.findMany({
    where: { AND: [{ userId }, afterCursor(cursor)] },
    orderBy: newestFirst,
    take: limit + 1,
    select: withdrawalSelect,
  })
  return toPage(rows, limit, (row) => toWithdrawalDto(ctx.settings, row))
}

/** @throws AppError WITHDRAWAL_NOT_FOUND */
export async function getWithdrawal(
  ctx: Reading,
  { withdrawalId, userId }: { withdrawalId: string; userId: string },
): Promise<WithdrawalDto> {
  const row = await ctx.prisma.withdrawal.findFirst({ where: { id: withdrawalId, userId }, select: withdrawalSelect })
  if (row === null) throw new AppError('WITHDRAWAL_NOT_FOUND')
  return toWithdrawalDto(ctx.settings, row)
}
