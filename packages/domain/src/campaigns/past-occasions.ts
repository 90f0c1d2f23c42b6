import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { dayStart } from '../shanghai-day.ts'

/** Somebody would have taken part; with an offer, at an order of this list price. */
export interface Occasion {
  userId: string
  listFen: number | null
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
  ctx: Pick<DomainContext, 'prisma'>,
  { rule, condition, day }: PastDay,
): Promise<Occasion[]> {
  const [from, to] = [dayStart(day), dayStart(day, 1)]
  switch (rule.kind) {
    case 'signup_gift':
      return ctx.prisma.$queryRaw<Occasion[]>`
        SELECT u.id AS "userId", NULL::int AS "listFen" FROM users u
        WHERE u.created_at >= ${from} AND u.created_at < ${to} AND ${condition} ORDER BY u.created_at, u.id`
    case 'check_in':
    case 'claim_gift':
      return ctx.prisma.$queryRaw<Occasion[]>`
        SELECT u.id AS "userId", NULL::int AS "listFen"
        FROM (SELECT g.user_id, min(g.created_at) AS at FROM generations g
          WHERE g.created_at >= ${from} AND g.created_at < ${to} GROUP BY g.user_id) AS active
        JOIN users u ON u.id = active.user_id WHERE ${condition} ORDER BY active.at, u.id`
    case 'recharge_offer':
      return ctx.prisma.$queryRaw<Occasion[]>`
        SELECT u.id AS "userId", o.price_fen AS "listFen" FROM orders o JOIN users u ON u.id = o.user_id
        WHERE o.kind = 'recharge' AND o.paid_at >= ${from} AND o.paid_at < ${to} AND ${condition} ORDER BY o.paid_at, o.id`
    case 'coupon':
    case 'referral':
      return []
  }
}
