import { formatId } from '@mozhou/contracts/ids'
import type { MyCodeDto } from '@mozhou/contracts/referrals/answers'
import { findBoosts, isBorne } from '../campaigns/boost-rebates.ts'
import type { DomainContext } from '../context.ts'
import { readOrdinaryRule } from '../referral-rules/ordinary-shares.ts'

/** The sum that campaigns are compared by before there is an order: 100 yuan. */
const sampleFen = 10_000

/** What gives most to who invites, for the first order of somebody who joins now; null where no campaign adds anything. */
export async function bestCampaignFor(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'settings'>,
  referrerId: string,
): Promise<MyCodeDto['campaign']> {
  const ordinaryOf = await readOrdinaryRule(ctx)
  if (ordinaryOf === null) return null
  const now = ctx.clock.now()
  const ordinary = ordinaryOf({ baseFen: sampleFen, earlierOrders: 0, boundAt: now, now })
  const best = (await findBoosts(ctx, { referrerId, ordinary })).find(isBorne)
  if (!best) return null
  const { campaign, boost } = best
  const { rateBp, welcomeCredits } = boost
  return {
    id: formatId('campaign', campaign.id),
    name: campaign.name,
    rateBp,
    welcomeCredits,
    endsAt: campaign.endsAt.toISOString(),
  }
}
