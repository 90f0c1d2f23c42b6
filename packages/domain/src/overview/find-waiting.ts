import type { RefundsWaitingDto, SupportWaitingDto, WaitingDto } from '@mozhou/contracts/overview/answers'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { unsettledRefunds } from '../unsettled-refunds.ts'

type Context = Pick<DomainContext, 'prisma'>

/** What waits for a person is as much as there is work to do: each statement counts it whole, by a partial index of it. */
export function findAbnormalOrders(ctx: Context): Promise<WaitingDto> {
  return readWaiting(
    ctx,
    Prisma.sql`SELECT count(*) AS count, min(created_at) AS oldest FROM orders WHERE abnormal_reason IS NOT NULL`,
  )
}

export async function findRefundsWaiting(ctx: Context): Promise<RefundsWaitingDto> {
  const [toDecide, toLookAt] = await Promise.all([
    readWaiting(
      ctx,
      Prisma.sql`SELECT count(*) AS count, min(created_at) AS oldest FROM money_refunds
        WHERE status = 'requested' AND kind = 'request'`,
    ),
    readWaiting(ctx, Prisma.sql`SELECT count(*) AS count, min(r.created_at) AS oldest FROM ${unsettledRefunds}`),
  ])
  return { toDecide, toLookAt }
}

export async function findSupportWaiting(ctx: Context): Promise<SupportWaitingDto> {
  const [row] = await ctx.prisma.$queryRaw<{ count: bigint; untaken: bigint; oldest: Date | null }[]>`
    SELECT count(*) AS count, count(*) FILTER (WHERE taken_by_id IS NULL) AS untaken, min(waiting_since) AS oldest
    FROM support_conversations WHERE status = 'waiting_for_us'`
  return { ...toWaiting(row), untaken: Number(row?.untaken ?? 0) }
}

interface WaitingRow {
  count: bigint
  oldest: Date | null
}

export async function readWaiting(ctx: Context, statement: Prisma.Sql): Promise<WaitingDto> {
  const [row] = await ctx.prisma.$queryRaw<WaitingRow[]>(statement)
  return toWaiting(row)
}

function toWaiting(row: WaitingRow | undefined): WaitingDto {
  return { count: Number(row?.count ?? 0), oldestAt: row?.oldest?.toISOString() ?? null }
}
