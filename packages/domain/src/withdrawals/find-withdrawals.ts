import type { Page } from '@mozhou/contracts/page'
import type { WithdrawalRowDto } from '@mozhou/contracts/withdrawals/answers'
import type { ListWithdrawalsInput } from '@mozhou/contracts/withdrawals/inputs'
import { sentStatuses } from '@mozhou/contracts/withdrawals/kinds'
import type { WithdrawalQueue } from '@mozhou/contracts/withdrawals/kinds'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { findPeople } from '../find-people.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayBounds } from '../shanghai-range.ts'
import { toWithdrawalRow, withdrawalSelect } from './withdrawal-dto.ts'

const queues: Readonly<Record<WithdrawalQueue, Prisma.WithdrawalWhereInput>> = {
  waiting: { status: 'in_review' },
  under_way: { status: { in: ['requested', 'approved', ...sentStatuses] } },
  paid: { status: 'paid' },
  failed: { status: 'failed' },
  cancelled: { status: 'cancelled' },
}

/** Cash of the whole platform that goes out, newest first. */
export async function findWithdrawals(
  ctx: Pick<DomainContext, 'prisma'>,
  { queue, cursor, limit, search = '', ...days }: ListWithdrawalsInput,
): Promise<Page<WithdrawalRowDto>> {
  const rows = await ctx.prisma.withdrawal.findMany({
    where: {
      AND: [
        queue === undefined ? {} : queues[queue],
        afterCursor(cursor),
        { createdAt: dayBounds(days) },
        search === '' ? {} : await matching(ctx, search),
      ],
    },
    orderBy: newestFirst,
    take: limit + 1,
    select: withdrawalSelect,
  })
  const usernames = await decidersOf(ctx, rows)
  return toPage(rows, limit, (row) => toWithdrawalRow(row, usernames))
}

/** A number is of one transfer, ours or the channel's: who typed one asks for no person. */
async function matching(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<Prisma.WithdrawalWhereInput> {
  const sent = await ctx.prisma.withdrawalTransfer.findFirst({
    where: { OR: [{ transferNo: search.toUpperCase() }, { channelNo: search }] },
    select: { withdrawalId: true },
  })
  return sent ? { id: sent.withdrawalId } : { userId: { in: await findPeople(ctx, search) } }
}

/** Usernames of those who decided. */
export async function decidersOf(
  ctx: Pick<DomainContext, 'prisma'>,
  rows: readonly { decidedById: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ decidedById }) => (decidedById === null ? [] : [decidedById])))]
  if (ids.length === 0) return new Map()
  const users = await ctx.prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, username: true } })
  return new Map(users.map(({ id, username }) => [id, username]))
}
