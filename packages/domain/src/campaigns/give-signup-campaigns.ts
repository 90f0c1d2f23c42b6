import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { lockCredits } from '../credits/order-lot.ts'
import { dayOf } from '../shanghai-day.ts'
import { whyNotOnceMore } from './campaign-rules.ts'
import type { CampaignState } from './campaign-state.ts'
import { couponIdOf } from './coupon-of.ts'
import { giveCampaignCoupon, lockCampaignCoupon, whyNoCoupon } from './give-campaign-coupon.ts'
import { readOpenCampaigns } from './open-campaigns.ts'
import { postRewards } from './post-rewards.ts'
import { readStanding } from './read-standing.ts'
import { recordParticipation } from './record-participation.ts'
import { rewardsOf } from './rewards-of.ts'

/**
 * Gives whoever has just joined what campaigns promise for that, beside the sign-up gift and each once. A budget that is used up refuses no
 * registration: there is nothing then.
 */
export async function giveSignupCampaigns(tx: TxContext, { userId }: { userId: string }): Promise<void> {
  const now = tx.clock.now()
  const campaigns = await readOpenCampaigns(
    tx,
    Prisma.sql`(c.kind = 'signup_gift' OR (c.kind = 'coupon' AND r.rule ->> 'at' = 'signup')) AND c.status = 'running' AND c.starts_at <= ${now} AND c.ends_at > ${now}
      AND EXISTS (SELECT 1 FROM users joined WHERE joined.id = ${userId}::uuid AND joined.created_at >= c.starts_at)`,
  )
  if (campaigns.length === 0) return
  // The person's account before any budget, as everywhere: the credits themselves can only follow once there is something for them.
  await lockCredits(tx, userId)
  // Every coupon before any budget, whichever campaigns there are.
  const couponIds = campaigns.flatMap(({ rule }) => couponIdOf(rule) ?? [])
  await tx.prisma.$executeRaw`SELECT 1 FROM coupons WHERE id = ANY(${couponIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const ordered = campaigns.toSorted((left, right) => Number(left.kind !== 'coupon') - Number(right.kind !== 'coupon'))
  for (const campaign of ordered) {
    const standing = await readStanding(tx, campaign, userId)
    if (standing.times > 0 || whyNotOnceMore(campaign, standing) !== null) continue
    const occasion = { campaign, userId, day: dayOf(now) }
    await (campaign.kind === 'coupon' ? giveCoupon(tx, occasion) : giveCredits(tx, occasion))
  }
}

interface Joining {
  campaign: CampaignState
  userId: string
  day: string
}

async function giveCredits(tx: TxContext, { campaign, userId, day }: Joining): Promise<void> {
  const rewards = rewardsOf(campaign.rule, { day, streak: null })
  const { id: campaignId, ruleVersion } = campaign
  const given = { campaignId, userId, ruleVersion, day, streak: null, status: 'rewarded' as const, rewards }
  if ((await recordParticipation(tx, given)) === null) return
  await postRewards(tx, { campaign, userId, occasion: 'signup', rewards, isTold: true })
}

async function giveCoupon(tx: TxContext, { campaign, userId, day }: Joining): Promise<void> {
  const coupon = await lockCampaignCoupon(tx, { rule: campaign.rule, userId })
  if (whyNoCoupon(coupon) === null) await giveCampaignCoupon(tx, { campaign, coupon, userId, day })
}
