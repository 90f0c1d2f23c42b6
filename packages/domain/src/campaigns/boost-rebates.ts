import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import type { OrdinaryShares } from '../referral-rules/ordinary-shares.ts'
import { dayOf } from '../shanghai-day.ts'
import { boostCost, boostOf } from './boost-rules.ts'
import type { Boost } from './boost-rules.ts'
import { whyNotOnceMore } from './campaign-rules.ts'
import type { CampaignState } from './campaign-state.ts'
import { readOpenCampaigns } from './open-campaigns.ts'
import { readStanding } from './read-standing.ts'
import { recordParticipation } from './record-participation.ts'
import type { Reward } from './rewards-of.ts'

export interface TakenBoost {
  /** The campaign that gives more, or would. */
  name: string
  offered: Boost
  /** By which it gives it; null where its budget does not bear it any more. */
  participationId: string | null
}

interface OfferedBoost {
  campaign: CampaignState
  boost: Boost
}

interface BoostedOrder {
  orderId: string
  /** Who invited: whom the campaign is for, and whose limits count. */
  referrerId: string
  ordinary: OrdinaryShares
}

/**
 * What a campaign that runs adds to the rebates of an order that has just been paid, taken out of its budget in the order's transaction: all
 * of it or nothing. The largest addition counts whose budget bears it, and where others had the last of that at the same moment the next; where
 * none does, the largest is named, so that the person is told.
 * @returns null where no campaign would add anything
 */
export async function takeBoost(
  tx: TxContext,
  { orderId, referrerId, ordinary }: BoostedOrder,
): Promise<TakenBoost | null> {
  const offered = await findBoosts(tx, { referrerId, ordinary })
  const borne = offered.filter(isBorne)
  if (borne.length === 0) return offered[0] ? notBorne(offered[0]) : null
  const ids = borne.map(({ campaign }) => campaign.id)
  // All that may be taken, by id, so that nobody who holds one waits for who holds another: whoever has them decides by what is committed,
  // limits of the person too.
  await tx.prisma.$executeRaw`
    SELECT 1 FROM campaign_budgets WHERE campaign_id = ANY(${ids}::uuid[]) ORDER BY campaign_id FOR NO KEY UPDATE`
  const open: OfferedBoost[] = []
  for (const one of borne) {
    const { campaign, boost } = one
    if (whyNotOnceMore(campaign, await readStanding(tx, campaign, referrerId)) !== null) continue
    open.push(one)
    const participationId = await recordParticipation(tx, {
      campaignId: campaign.id,
      userId: referrerId,
      ruleVersion: campaign.ruleVersion,
      day: dayOf(tx.clock.now()),
      streak: null,
      status: 'rewarded',
      rewards: rewardsOfBoost(boost),
      orderId,
    })
    if (participationId !== null) return { ...notBorne(one), participationId }
  }
  return open[0] ? notBorne(open[0]) : null
}

const notBorne = ({ campaign, boost }: OfferedBoost): TakenBoost => ({
  name: campaign.name,
  offered: boost,
  participationId: null,
})

/** As far as one can see before its budget is taken. */
export const isBorne = ({ campaign: { budget, reserved, spent }, boost }: OfferedBoost): boolean =>
  reserved + spent + boostCost(boost) <= budget

function rewardsOfBoost({ addedRebate, addedWelcome }: Boost): Reward[] {
  const none = { days: null, runStart: null }
  return [
    ...(addedRebate > 0 ? [{ part: 'rebate' as const, amount: addedRebate, ...none }] : []),
    ...(addedWelcome > 0 ? [{ part: 'welcome' as const, amount: addedWelcome, ...none }] : []),
  ]
}

/** Those that would, the largest first, then what ends first, then the smallest id. */
export async function findBoosts(
  ctx: Pick<TxContext, 'prisma' | 'clock' | 'settings'>,
  { referrerId, ordinary }: Pick<BoostedOrder, 'referrerId' | 'ordinary'>,
): Promise<OfferedBoost[]> {
  const now = ctx.clock.now()
  const running = Prisma.sql`c.kind = 'referral' AND c.status = 'running' AND c.starts_at <= ${now} AND c.ends_at > ${now}`
  const found: OfferedBoost[] = []
  for (const campaign of await readOpenCampaigns(ctx, running)) {
    if (campaign.rule.kind !== 'referral') continue
    const boost = boostOf(campaign.rule, ordinary, ctx.settings.referral.mostShareBp)
    if (boost === null) continue
    if (whyNotOnceMore(campaign, await readStanding(ctx, campaign, referrerId)) !== null) continue
    found.push({ campaign, boost })
  }
  return found.toSorted(
    (left, right) =>
      boostCost(right.boost) - boostCost(left.boost) ||
      left.campaign.endsAt.getTime() - right.campaign.endsAt.getTime() ||
      (left.campaign.id < right.campaign.id ? -1 : 1),
  )
}
