import { formatId } from '@mozhou/contracts/ids'
import type { Page, PageInput } from '@mozhou/contracts/page'
import type { RebateBatchDto } from '@mozhou/contracts/referrals/answers'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { decodeCursor, toPage } from '../paging.ts'

interface BatchRow {
  id: string
  createdAt: Date
  actor: string | null
  finishedAt: Date | null
  paid: number
  credits: bigint | number
  cashFen: bigint | number
  coupons: number
  inReview: number
  waiting: number
  expired: number
}

/** Runs of the payout, the newest first. What was paid is counted from the rebates: a run that died has paid what it has paid. */
export async function listBatches(
  ctx: Pick<DomainContext, 'prisma'>,
  { cursor, limit }: PageInput,
): Promise<Page<RebateBatchDto>> {
  const after = typeof cursor === 'string' ? decodeCursor(cursor) : null
  const rest = after
    ? Prisma.sql`WHERE (b.started_at, b.id) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty
  const rows = await ctx.prisma.$queryRaw<BatchRow[]>`
    SELECT b.id, b.started_at AS "createdAt", u.username AS actor, b.finished_at AS "finishedAt", b.in_review AS "inReview", b.waiting, b.expired, own.*
    FROM rebate_batches b LEFT JOIN users u ON u.id = b.actor_id CROSS JOIN LATERAL (
      SELECT count(*)::int AS paid, coalesce(sum(e.amount) FILTER (WHERE r.form = 'credits'), 0) AS credits,
        coalesce(sum(e.amount) FILTER (WHERE r.form = 'cash'), 0) AS "cashFen",
        count(*) FILTER (WHERE r.form = 'coupon')::int AS coupons
      FROM rebates r LEFT JOIN credit_entries e ON e.idempotency_key = 'rebate:' || r.id WHERE r.batch_id = b.id) own
    ${rest} ORDER BY b.started_at DESC, b.id DESC LIMIT ${limit + 1}`
  return toPage(rows, limit, ({ id, createdAt, finishedAt, credits, cashFen, coupons, ...counts }) => ({
    ...counts,
    id: formatId('rebateBatch', id),
    startedAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    sum: { credits: Number(credits), cashFen: Number(cashFen), coupons },
  }))
}
