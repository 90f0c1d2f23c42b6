import type { CampaignResultsDto } from '@mozhou/contracts/campaigns/admin-answers'
import { campaignLimits } from '@mozhou/contracts/campaigns/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readCampaign } from './campaign-state.ts'

interface Counts {
  participants: number
  rewarded: number
  times: number
}

/**
 * What a campaign has done up to now: people and cost from its own rows, income from what their orders were paid. An order that the campaign
 * was part of is direct income, another one paid within a week after somebody took part is assisted; no order is both.
 * @throws AppError CAMPAIGN_NOT_FOUND
 */
export async function campaignResults(
  ctx: DomainContext,
  { campaignId }: { campaignId: string },
): Promise<CampaignResultsDto> {
  const campaign = await readCampaign(ctx, campaignId)
  if (!campaign) throw new AppError('CAMPAIGN_NOT_FOUND')
  const { prisma } = ctx
  const [counts, directFen, assistedFen, days] = await Promise.all([
    prisma.$queryRaw<Counts[]>`
      SELECT count(DISTINCT user_id)::int AS participants, count(DISTINCT user_id) FILTER (WHERE status = 'rewarded')::int AS rewarded,
        count(*)::int AS times
      FROM campaign_participations WHERE campaign_id = ${campaignId}::uuid AND status <> 'released'`,
    sumPaid(
      ctx,
      Prisma.sql`o.id IN (SELECT p.order_id FROM campaign_participations p WHERE p.campaign_id = ${campaignId}::uuid)`,
    ),
    sumPaid(ctx, isAssisted(campaignId)),
    prisma.$queryRaw<CampaignResultsDto['days']>`
      SELECT day::text AS day, count(*)::int AS times, sum(cost)::int AS cost FROM campaign_participations
      WHERE campaign_id = ${campaignId}::uuid AND status = 'rewarded' GROUP BY day ORDER BY day`,
  ])
  return {
    asOf: ctx.clock.now().toISOString(),
    ...(counts[0] ?? { participants: 0, rewarded: 0, times: 0 }),
    cost: campaign.spent,
    held: campaign.reserved,
    directFen,
    assistedFen,
    assistedDays: campaignLimits.assistedDays,
    days,
  }
}

const isAssisted = (campaignId: string) => Prisma.sql`
  NOT EXISTS (SELECT 1 FROM campaign_participations own WHERE own.order_id = o.id AND own.campaign_id = ${campaignId}::uuid)
  AND EXISTS (SELECT 1 FROM campaign_participations p WHERE p.campaign_id = ${campaignId}::uuid AND p.user_id = o.user_id
    AND p.status = 'rewarded' AND o.paid_at >= p.created_at AND o.paid_at < p.created_at + ${campaignLimits.assistedDays}::int * interval '1 day')`

/** Cash that arrived for such orders, less what went back. */
async function sumPaid(ctx: Pick<DomainContext, 'prisma'>, condition: Prisma.Sql): Promise<number> {
  const [row] = await ctx.prisma.$queryRaw<{ fen: number }[]>`
    SELECT coalesce(sum(m.amount_fen - coalesce((SELECT sum(f.amount_fen) FROM money_refunds f
      WHERE f.payment_id = m.id AND f.status = 'succeeded'), 0)), 0)::float8 AS fen
    FROM orders o JOIN payments m ON m.order_id = o.id AND m.status = 'accepted' WHERE ${condition}`
  return row?.fen ?? 0
}
