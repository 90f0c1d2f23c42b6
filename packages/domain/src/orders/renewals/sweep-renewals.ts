import { closeOrder } from '../close-order.ts'
import type { OrdersContext } from '../orders-context.ts'
import { advanceRenewal } from './advance-renewal.ts'
import { endAtChannel } from './end-renewal.ts'
import { lookAheadDays } from './renewal-rules.ts'
import { giveUpSigning } from './sync-signing.ts'

const dayMs = 86_400_000
/** Whoever has not signed by then begins anew. */
const signingMs = dayMs
/** What the process that ended it is still busy with. */
const leftAloneMs = 60_000
/** A channel that does not know an agreement nobody signed for this long will not come to know it. */
const forgottenMs = 3 * dayMs

/**
 * Everything that is due about renewals. Runs every few minutes; what it does twice has one effect, and one that fails keeps nobody else
 * waiting.
 */
export async function sweepRenewals(
  ctx: OrdersContext,
  { pageSize = 200 }: { pageSize?: number } = {},
): Promise<{ advanced: number; failed: number }> {
  const result = { advanced: 0, failed: 0 }
  /** By pages in the order of their ids: what fails again and again stands in nobody's way. */
  async function each<Row extends { id: string; renewalId: string }>(
    find: (page: PageOf) => Promise<Row[]>,
    work: (row: Row) => Promise<unknown>,
  ): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await find({ ctx, after, pageSize })
      for (const row of rows) {
        try {
          await work(row)
          result.advanced += 1
        } catch (err) {
          result.failed += 1
          ctx.log.error({ err, renewalId: row.renewalId }, 'a renewal could not be looked after')
        }
      }
      const last = rows.at(-1)
      if (!last || rows.length < pageSize) return
      after = last.id
    }
  }
  await each(findDue, (row) => advanceRenewal(ctx, row))
  await each(findUnsigned, (row) => giveUpSigning(ctx, row))
  await each(findUnended, (row) => endAtChannel(ctx, row))
  await each(findUnclosed, (row) => closeOrder(ctx, row))
  return result
}

interface PageOf {
  ctx: OrdersContext
  after: string
  pageSize: number
}

function findDue({ ctx, after, pageSize }: PageOf): Promise<{ id: string; renewalId: string; userId: string }[]> {
  const until = new Date(ctx.clock.now().getTime() + lookAheadDays * dayMs)
  return ctx.prisma.$queryRaw`
    SELECT r.id, r.id AS "renewalId", r.user_id AS "userId" FROM renewals r JOIN users u ON u.id = r.user_id
    WHERE r.status = 'active' AND r.id > ${after}::uuid AND (u.status <> 'active' OR r.next_day <= ${until}
      OR NOT EXISTS (SELECT 1 FROM membership_periods p WHERE p.user_id = r.user_id AND p.ends_at > ${until})
      OR EXISTS (SELECT 1 FROM renewal_charges c JOIN orders o ON o.id = c.order_id WHERE c.renewal_id = r.id AND o.status = 'pending'))
    ORDER BY r.id LIMIT ${pageSize}`
}

async function findUnsigned({ ctx, after, pageSize }: PageOf): Promise<{ id: string; renewalId: string }[]> {
  const before = new Date(ctx.clock.now().getTime() - signingMs)
  const rows = await ctx.prisma.renewal.findMany({
    where: { status: 'signing', createdAt: { lt: before }, id: { gt: after } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: pageSize,
  })
  return rows.map(({ id }) => ({ id, renewalId: id }))
}

/** Ended here, and not known to be ended at the channel. */
async function findUnended({ ctx, after, pageSize }: PageOf): Promise<{ id: string; renewalId: string }[]> {
  const now = ctx.clock.now().getTime()
  const rows = await ctx.prisma.renewal.findMany({
    where: {
      id: { gt: after },
      channelEndedAt: null,
      endedAt: { lt: new Date(now - leftAloneMs) },
      OR: [{ signedAt: { not: null } }, { endedAt: { gt: new Date(now - forgottenMs) } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: pageSize,
  })
  return rows.map(({ id }) => ({ id, renewalId: id }))
}

/** Orders of renewals that have ended between two tries; one that may have been paid is asked about by its own workflow. */
function findUnclosed({ ctx, after, pageSize }: PageOf): Promise<{ id: string; renewalId: string; orderId: string }[]> {
  return ctx.prisma.$queryRaw`
    SELECT c.id, r.id AS "renewalId", o.id AS "orderId"
    FROM renewal_charges c JOIN renewals r ON r.id = c.renewal_id JOIN orders o ON o.id = c.order_id
    WHERE r.status IN ('cancelled', 'ended') AND o.status = 'pending' AND c.outcome <> 'submitted' AND c.id > ${after}::uuid
    ORDER BY c.id LIMIT ${pageSize}`
}
