import type { CampaignAudience } from '@mozhou/contracts/campaigns/rule'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { segmentCondition } from './segment.ts'

const dayMs = 86_400_000

/** Which version's list, where the audience is one; null for a form that is not saved. */
export interface AudienceOf {
  campaignId: string
  ruleVersion: number
  audience: CampaignAudience
}

/** Whether the person is meant, at this moment. */
export async function isInAudience(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  { userId, ...of }: AudienceOf & { userId: string },
): Promise<boolean> {
  const rows = await ctx.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM users u WHERE u.id = ${userId}::uuid AND ${audienceCondition(of, ctx.clock.now())}`
  return rows.length > 0
}

/** How many people are meant, in one statement. */
export async function countAudience(ctx: Pick<TxContext, 'prisma' | 'clock'>, condition: Prisma.Sql): Promise<number> {
  const [row] = await ctx.prisma.$queryRaw<{ people: number }[]>`
    SELECT count(*)::int AS people FROM users u WHERE ${condition}`
  return row?.people ?? 0
}

/** Of `users u`: who may take part at all, and is meant. */
export function audienceCondition(of: AudienceOf, now: Date): Prisma.Sql {
  return Prisma.sql`u.status = 'active' AND ${kindCondition(of, now)}`
}

/** The same for a list that is not saved. */
export function listCondition(userIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`u.status = 'active' AND u.id = ANY(${[...userIds]}::uuid[])`
}

function kindCondition({ campaignId, ruleVersion, audience }: AudienceOf, now: Date): Prisma.Sql {
  const daysAgo = (days: number) => Prisma.sql`${new Date(now.getTime() - days * dayMs)}`
  switch (audience.kind) {
    case 'all':
      return Prisma.sql`true`
    case 'new':
      return Prisma.sql`u.created_at > ${daysAgo(audience.days)}`
    case 'members':
      return Prisma.sql`u.id IN (SELECT p.user_id FROM membership_periods p WHERE p.starts_at <= ${now} AND p.ends_at > ${now})`
    case 'dormant':
      return Prisma.sql`u.created_at <= ${daysAgo(audience.days)} AND NOT EXISTS (
        SELECT 1 FROM generations g WHERE g.user_id = u.id AND g.created_at > ${daysAgo(audience.days)})`
    case 'spent_over':
      // What went back of an accepted payment was not spent.
      return Prisma.sql`u.id IN (SELECT o.user_id FROM orders o JOIN payments p ON p.order_id = o.id AND p.status = 'accepted'
        LEFT JOIN (SELECT f.payment_id, sum(f.amount_fen) AS fen FROM money_refunds f WHERE f.status = 'succeeded' GROUP BY f.payment_id) back
          ON back.payment_id = p.id
        GROUP BY o.user_id HAVING sum(p.amount_fen - coalesce(back.fen, 0)) > ${audience.fen})`
    case 'segment':
      return segmentCondition(audience.search)
    case 'list':
      return Prisma.sql`u.id IN (SELECT m.user_id FROM campaign_list_members m
        WHERE m.campaign_id = ${campaignId}::uuid AND m.version = ${ruleVersion})`
  }
}
