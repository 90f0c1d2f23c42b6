import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { dayOf } from '../shanghai-day.ts'
import { audienceCondition } from './audience.ts'
import type { CampaignState } from './campaign-state.ts'
import type { Standing } from './campaign-rules.ts'

/** How often a person took part, what they got, and whether they are meant at all, in one statement. */
export async function readStanding(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  campaign: Pick<CampaignState, 'id' | 'ruleVersion' | 'audience'>,
  userId: string,
): Promise<Standing & { received: number }> {
  const now = ctx.clock.now()
  const condition = audienceCondition({ ...campaign, campaignId: campaign.id }, now)
  const [row] = await ctx.prisma.$queryRaw<(Standing & { received: number })[]>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM users u WHERE u.id = ${userId}::uuid AND ${condition}) AS "isMeant", count(*)::int AS times,
      count(*) FILTER (WHERE p.day = ${dayOf(now)}::date)::int AS "timesToday",
      coalesce(sum(p.cost) FILTER (WHERE p.status = 'rewarded'), 0)::int AS received
    FROM campaign_participations p
    WHERE p.campaign_id = ${campaign.id}::uuid AND p.user_id = ${userId}::uuid AND p.status <> 'released'`)
  return row ?? { isMeant: false, times: 0, timesToday: 0, received: 0 }
}

/** Days in a row with this one, which is not checked in yet: from the rows, so that nothing can be counted twice or forgotten. */
export async function readStreak(
  ctx: Pick<TxContext, 'prisma'>,
  { campaignId, userId, day }: { campaignId: string; userId: string; day: string },
): Promise<number> {
  const [row] = await ctx.prisma.$queryRaw<{ before: number }[]>`
    SELECT count(*)::int AS before FROM (
      SELECT check_in_day, row_number() OVER (ORDER BY check_in_day DESC)::int AS back FROM campaign_participations
      WHERE campaign_id = ${campaignId}::uuid AND user_id = ${userId}::uuid AND check_in_day < ${day}::date) AS past
    WHERE check_in_day = ${day}::date - back`
  return (row?.before ?? 0) + 1
}
