import type { Page } from '@mozhou/contracts/page'
import type { MoneyRefundRowDto } from '@mozhou/contracts/refunds/answers'
import type { ListRefundsInput } from '@mozhou/contracts/refunds/inputs'
import type { RefundQueue } from '@mozhou/contracts/refunds/kinds'
import { Prisma } from '@mozhou/db/client'
import { findPeople } from '../find-people.ts'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayBounds } from '../shanghai-range.ts'
import { unsettledRefunds } from '../unsettled-refunds.ts'
import { refundSelect, toRefundDto } from './refund-dto.ts'
import { shownName } from '../shown-name.ts'

const queues: Readonly<Record<Exclude<RefundQueue, 'attention'>, Prisma.MoneyRefundWhereInput>> = {
  waiting: { kind: 'request', status: 'requested' },
  under_way: { OR: [{ status: { in: ['reserved', 'submitted'] } }, { status: 'requested', kind: { not: 'request' } }] },
  succeeded: { status: 'succeeded' },
  rejected: { status: 'rejected' },
}

/** As many as there is work to do; with more than this the list is not what is missing. */
const mostUnsettled = 10_000
/** More refunds than an order can have. */
const mostOfOrder = 1_000

/** Money of the whole platform that goes back, newest first. */
export async function listMoneyRefunds(
  ctx: Pick<DomainContext, 'prisma'>,
  { queue, cursor, limit, search = '', ...days }: ListRefundsInput,
): Promise<Page<MoneyRefundRowDto>> {
  const rows = await ctx.prisma.moneyRefund.findMany({
    where: {
      AND: [
        await inQueue(ctx, queue),
        afterCursor(cursor),
        { createdAt: dayBounds(days) },
        search === '' ? {} : await matching(ctx, search),
      ],
    },
    orderBy: newestFirst,
    take: limit + 1,
    select: refundSelect,
  })
  const usernames = await decidersOf(ctx, rows)
  return toPage(rows, limit, (row) => toRefundDto(row, usernames))
}

async function inQueue(
  ctx: Pick<DomainContext, 'prisma'>,
  queue: RefundQueue | undefined,
): Promise<Prisma.MoneyRefundWhereInput> {
  if (queue === undefined) return {}
  if (queue !== 'attention') return queues[queue]
  const rows = await ctx.prisma.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT r.id FROM ${unsettledRefunds} ORDER BY r.created_at DESC LIMIT ${mostUnsettled}`,
  )
  return { id: { in: rows.map(({ id }) => id) } }
}

/** A number is one refund, or those of one order: who typed one asks for no person. */
async function matching(ctx: Pick<DomainContext, 'prisma'>, search: string): Promise<Prisma.MoneyRefundWhereInput> {
  const number = search.toUpperCase()
  const numbered = await ctx.prisma.moneyRefund.findMany({
    where: { OR: [{ refundNo: number }, { order: { orderNo: number } }] },
    take: mostOfOrder,
    select: { id: true },
  })
  if (numbered.length > 0) return { id: { in: numbered.map(({ id }) => id) } }
  return { order: { userId: { in: await findPeople(ctx, search) } } }
}

/** Usernames of those who decided. */
export async function decidersOf(
  ctx: Pick<DomainContext, 'prisma'>,
  rows: readonly { decidedById: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ decidedById }) => (decidedById === null ? [] : [decidedById])))]
  if (ids.length === 0) return new Map()
  const users = await ctx.prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, username: true } })
  return new Map(users.map((user) => [user.id, shownName(user)]))
}
