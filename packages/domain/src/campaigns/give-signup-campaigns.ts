import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { lockCredits } from '../credits/order-lot.ts'
import { dayOf } from '../shanghai-day.ts'
import { whyNotOnceMore } from './campaign-rules.ts'
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
    Prisma.sql`c.kind = 'signup_gift' AND c.status = 'running' AND c.starts_at <= ${now} AND c.ends_at > ${now}
      AND EXISTS (SELECT 1 FROM users joined WHERE joined.id = ${userId}::uuid AND joined.created_at >= c.starts_at)`,
  )
  if (campaigns.length === 0) return
  // The person's account before any budget, as everywhere: the credits themselves can only follow once there is something for them.
  await lockCredits(tx, userId)
  for (const campaign of campaigns) {
    const standing = await readStanding(tx, campaign, userId)
    if (standing.times > 0 || whyNotOnceMore(campaign, standing) !== null) continue
    const day = dayOf(now)
    const rewards = rewardsOf(campaign.rule, { day, streak: null })
    const { id: campaignId, ruleVersion } = campaign
    const given = { campaignId, userId, ruleVersion, day, streak: null, status: 'rewarded' as const, rewards }
    if ((await recordParticipation(tx, given)) === null) continue
    await postRewards(tx, { campaign, userId, occasion: 'signup', rewards, isTold: true })
  }
}
