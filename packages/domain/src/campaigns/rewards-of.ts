import type { RewardPart } from '@mozhou/contracts/campaigns/kinds'
import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { creditsForDay, milestoneFor, runStart } from './check-in-rules.ts'

/** One thing that a participation gives, in the unit of the campaign. */
export interface Reward {
  part: RewardPart
  amount: number
  /** Of a milestone: the length of the run, and the day on which that began. */
  days: number | null
  runStart: string | null
}

/**
 * What somebody gets by this version of the rule, who takes part on this day: the same again whenever it is asked. Offers are reckoned from
 * a cart instead, see `offerFor`; what is added to rebates from the order, see `boostOf`.
 */
export function rewardsOf(rule: CampaignRule, { day, streak }: { day: string; streak: number | null }): Reward[] {
  switch (rule.kind) {
    case 'claim_gift':
    case 'signup_gift':
      return [gift(rule.credits)]
    case 'check_in': {
      if (streak === null) throw new RangeError('a check-in is one of a run of days')
      const milestone = milestoneFor(rule, streak)
      const daily = gift(creditsForDay(rule, streak))
      if (milestone === 0) return [daily]
      return [daily, { part: 'milestone', amount: milestone, days: streak, runStart: runStart(day, streak) }]
    }
    case 'coupon':
      return [{ part: 'coupon', amount: 1, days: null, runStart: null }]
    case 'recharge_offer':
    case 'referral':
      return []
  }
}

const gift = (amount: number): Reward => ({ part: 'gift', amount, days: null, runStart: null })

export const costOf = (rewards: readonly Reward[]): number => rewards.reduce((sum, { amount }) => sum + amount, 0)

/** Whole days that a gift of this rule lives; null: for ever. */
export function giftDaysOf(rule: CampaignRule): number | null {
  return 'giftDays' in rule ? rule.giftDays : null
}
