import type { CampaignRule, RuleOf } from '@mozhou/contracts/campaigns/rule'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readOrdinaryRule } from '../referral-rules/ordinary-shares.ts'
import { dayStart } from '../shanghai-day.ts'
import { boostCost, boostOf } from './boost-rules.ts'

/** Somebody would have taken part; with an offer, at an order of this list price. */
export interface Occasion {
  userId: string
  listFen: number | null
  /** What a campaign would have added to the rebates of an order; null where it is about none. */
  added?: number
}

interface PastDay {
  rule: CampaignRule
  /** Of `users u`. */
  condition: Prisma.Sql
  /** Shanghai's. */
  day: string
}

/** When the people of an audience would have taken part on a past day, in order of time. */
export async function occasionsOfDay(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'settings'>,
  { rule, condition, day }: PastDay,
): Promise<Occasion[]> {
  const [from, to] = [dayStart(day), dayStart(day, 1)]
  switch (rule.kind) {
    case 'signup_gift':
      return registrations(ctx, { condition, from, to })
    case 'check_in':
    case 'claim_gift':
      return active(ctx, { condition, from, to })
    case 'coupon':
      return rule.at === 'signup' ? registrations(ctx, { condition, from, to }) : active(ctx, { condition, from, to })
    case 'recharge_offer':
      return ctx.prisma.$queryRaw<Occasion[]>`
        SELECT u.id AS "userId", o.price_fen AS "listFen" FROM orders o JOIN users u ON u.id = o.user_id
        WHERE o.kind = 'recharge' AND o.paid_at >= ${from} AND o.paid_at < ${to} AND ${condition} ORDER BY o.paid_at, o.id`
    case 'referral':
      return paidByInvited(ctx, { rule, condition, from, to })
  }
}

interface Span {
  condition: Prisma.Sql
  from: Date
  to: Date
}

function registrations({ prisma }: Pick<DomainContext, 'prisma'>, { condition, from, to }: Span): Promise<Occasion[]> {
  return prisma.$queryRaw<Occasion[]>`
    SELECT u.id AS "userId", NULL::int AS "listFen" FROM users u
    WHERE u.created_at >= ${from} AND u.created_at < ${to} AND ${condition} ORDER BY u.created_at, u.id`
}

/** Who began a generation. */
function active({ prisma }: Pick<DomainContext, 'prisma'>, { condition, from, to }: Span): Promise<Occasion[]> {
  return prisma.$queryRaw<Occasion[]>`
    SELECT u.id AS "userId", NULL::int AS "listFen"
    FROM (SELECT g.user_id, min(g.created_at) AS at FROM generations g
      WHERE g.created_at >= ${from} AND g.created_at < ${to} GROUP BY g.user_id) AS active
    JOIN users u ON u.id = active.user_id WHERE ${condition} ORDER BY active.at, u.id`
}

interface PaidByInvited {
  referrerId: string
  baseFen: number
  earlierOrders: number
  boundAt: Date
  now: Date
}

/** What was paid by people whom those of the audience invited, by the rules of referral of this moment. */
async function paidByInvited(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'settings'>,
  { rule, condition, from, to }: Span & { rule: RuleOf<'referral'> },
): Promise<Occasion[]> {
  const ordinaryOf = await readOrdinaryRule(ctx)
  if (ordinaryOf === null) return []
  const orders = await ctx.prisma.$queryRaw<PaidByInvited[]>`
    SELECT rel.referrer_id AS "referrerId", o.payable_fen AS "baseFen", rel.created_at AS "boundAt", o.paid_at AS now,
      (SELECT count(*)::int FROM orders e WHERE e.user_id = o.user_id AND e.paid_at < o.paid_at AND e.payable_fen > 0) AS "earlierOrders"
    FROM orders o JOIN referral_relations rel ON rel.referee_id = o.user_id JOIN users u ON u.id = rel.referrer_id
    WHERE o.paid_at >= ${from} AND o.paid_at < ${to} AND o.payable_fen > 0 AND ${condition} ORDER BY o.paid_at, o.id`
  return orders.map(({ referrerId, ...facts }) => {
    const boost = boostOf(rule, ordinaryOf(facts), ctx.settings.referral.mostShareBp)
    return { userId: referrerId, listFen: null, added: boost === null ? 0 : boostCost(boost) }
  })
}
