import { formatId } from '@mozhou/contracts/ids'
import type { TxContext } from '../context.ts'
import { postGift } from '../credits/post-gift.ts'
import { notify } from '../notifications/notify.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import type { CampaignState } from './campaign-state.ts'
import type { Reward } from './rewards-of.ts'
import { costOf, giftDaysOf } from './rewards-of.ts'

interface Given {
  campaign: Pick<CampaignState, 'id' | 'name' | 'rule'>
  userId: string
  /** What the gift is for, once a campaign and person: a day, or the how-manieth time. */
  occasion: string
  rewards: readonly Reward[]
  isTold: boolean
}

/** Gives the credits, each under a key of what it is for, before the budget is touched. */
export async function postRewards(
  tx: TxContext,
  { campaign, userId, occasion, rewards, isTold }: Given,
): Promise<void> {
  const { id: campaignId, name, rule } = campaign
  const days = giftDaysOf(rule)
  for (const { part, amount, ...run } of rewards) {
    const what = part === 'milestone' ? `milestone:${run.runStart}:${run.days}` : occasion
    await postGift(tx, {
      key: `campaign:${campaignId}:${userId}:${what}`,
      kind: 'gift_campaign',
      userId,
      amount,
      days,
      reference: { type: 'campaign', id: campaignId },
      reason: name,
    })
  }
  if (!isTold) return
  const expiresAt = expiryOf(tx.clock.now(), days)
  const params = { campaignId: formatId('campaign', campaignId), name, credits: costOf(rewards), expiresAt }
  const key = `campaign_rewarded:${campaignId}:${userId}:${occasion}`
  await notify(tx, { userId, event: { kind: 'campaign_rewarded', params }, key })
}

/** When a gift of this instant lapses, as `postGift` has it. */
export function expiryOf(at: Date, days: number | null): string | null {
  return days === null ? null : dayStart(dayOf(at), days + 1).toISOString()
}
