import { closeOrder } from '../close-order.ts'
import type { OrdersContext } from '../orders-context.ts'
import { advanceRenewal } from './advance-renewal.ts'
import { endAtChannel } from './end-renewal.ts'
import { lookAheadDays } from './renewal-rules.ts'
import { giveUpSigning } from './sync-signing.ts'

const pageSize = 200
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
export async function sweepRenewals(ctx: OrdersContext): Promise<{ advanced: number; failed: number }> {
  const result = { advanced: 0, failed: 0 }
  const attempt = async (renewalId: string, work: () => Promise<unknown>) => {
    try {
      await work()
      result.advanced += 1
    } catch (err) {
      result.failed += 1
      ctx.log.error({ err, renewalId }, 'a renewal could not be looked after')
    }
  }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const due = await findDue(ctx, after)
    for (const { id, userId } of due) await attempt(id, () => advanceRenewal(ctx, { renewalId: id, userId }))
    const last = due.at(-1)
    if (!last || due.length < pageSize) break
    after = last.id
  }
  for (const { id } of await findUnsigned(ctx)) await attempt(id, () => giveUpSigning(ctx, { renewalId: id }))
  for (const { id } of await findUnended(ctx)) await attempt(id, () => endAtChannel(ctx, { renewalId: id }))
  for (const { id, orderId } of await findUnclosed(ctx)) await attempt(id, () => closeOrder(ctx, { orderId }))
  return result
}

function findDue(ctx: OrdersContext, after: string): Promise<{ id: string; userId: string }[]> {
  const until = new Date(ctx.clock.now().getTime() + lookAheadDays * dayMs)
  return ctx.prisma.$queryRaw`
    SELECT r.id, r.user_id AS "userId" FROM renewals r JOIN users u ON u.id = r.user_id
    WHERE r.status = 'active' AND r.id > ${after}::uuid AND (u.status <> 'active' OR r.next_day <= ${until}
      OR NOT EXISTS (SELECT 1 FROM membership_periods p WHERE p.user_id = r.user_id AND p.ends_at > ${until})
      OR EXISTS (SELECT 1 FROM renewal_charges c JOIN orders o ON o.id = c.order_id WHERE c.renewal_id = r.id AND o.status = 'pending'))
    ORDER BY r.id LIMIT ${pageSize}`
}

function findUnsigned(ctx: OrdersContext): Promise<{ id: string }[]> {
  const before = new Date(ctx.clock.now().getTime() - signingMs)
  return ctx.prisma.renewal.findMany({
    where: { status: 'signing', createdAt: { lt: before } },
    select: { id: true },
    take: pageSize,
  })
}

/** Ended here, and not known to be ended at the channel. */
function findUnended(ctx: OrdersContext): Promise<{ id: string }[]> {
  const now = ctx.clock.now().getTime()
  return ctx.prisma.renewal.findMany({
    where: {
      channelEndedAt: null,
      endedAt: { lt: new Date(now - leftAloneMs) },
      OR: [{ signedAt: { not: null } }, { endedAt: { gt: new Date(now - forgottenMs) } }],
    },
    select: { id: true },
    orderBy: { endedAt: 'asc' },
    take: pageSize,
  })
}

/** Orders of renewals that have ended between two tries; one that may have been paid is asked about by its own workflow. */
function findUnclosed(ctx: OrdersContext): Promise<{ id: string; orderId: string }[]> {
  return ctx.prisma.$queryRaw`
    SELECT r.id, o.id AS "orderId" FROM renewal_charges c JOIN renewals r ON r.id = c.renewal_id JOIN orders o ON o.id = c.order_id
    WHERE r.status IN ('cancelled', 'ended') AND o.status = 'pending' AND c.outcome <> 'submitted' LIMIT ${pageSize}`
}
