import type { CampaignLimits, CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { tierFor } from './offer-rules.ts'
import type { Occasion } from './past-occasions.ts'
import { costOf, rewardsOf } from './rewards-of.ts'

const topTakers = 10

interface Taker {
  userId: string
  times: number
  amount: number
  timesToday: number
  lastDay: string
  streak: number
}

interface Replay {
  take(day: string, occasion: Occasion): void
  result(): {
    winners: number
    times: number
    cost: number
    usedUpOn: string | null
    top: { userId: string; times: number; amount: number }[]
  }
}

/** Plays a campaign over past days, by the rules that hold when it runs: limits, run of days, and a budget that is never overspent. */
export function createReplay({
  rule,
  limits,
  budget,
}: {
  rule: CampaignRule
  limits: CampaignLimits
  budget: number
}): Replay {
  const takers = new Map<string, Taker>()
  let [cost, times] = [0, 0]
  let usedUpOn: string | null = null
  return {
    take(day, { userId, listFen, added }) {
      const taker = takers.get(userId) ?? { userId, times: 0, amount: 0, timesToday: 0, lastDay: '', streak: 0 }
      const timesToday = taker.lastDay === day ? taker.timesToday : 0
      if (isOverLimit(limits, { ...taker, timesToday })) return
      const streak = taker.lastDay === dayOf(dayStart(day, -1)) ? taker.streak + 1 : 1
      const amount = added ?? amountOf(rule, { day, streak, listFen })
      if (amount === 0) return
      if (cost + amount > budget) {
        usedUpOn ??= day
        return
      }
      cost += amount
      times += 1
      takers.set(userId, {
        userId,
        times: taker.times + 1,
        amount: taker.amount + amount,
        timesToday: timesToday + 1,
        lastDay: day,
        streak,
      })
    },
    result: () => ({
      winners: takers.size,
      times,
      cost,
      usedUpOn,
      top: [...takers.values()]
        .toSorted((left, right) => right.amount - left.amount || left.userId.localeCompare(right.userId))
        .slice(0, topTakers)
        .map(({ userId, times: won, amount }) => ({ userId, times: won, amount })),
    }),
  }
}

function isOverLimit(
  { perPerson, perPersonDay }: CampaignLimits,
  taker: { times: number; timesToday: number },
): boolean {
  return (perPerson !== null && taker.times >= perPerson) || (perPersonDay !== null && taker.timesToday >= perPersonDay)
}

function amountOf(
  rule: CampaignRule,
  { day, streak, listFen }: { day: string; streak: number; listFen: number | null },
): number {
  if (rule.kind === 'recharge_offer') return listFen === null ? 0 : tierFor(rule, listFen)
  return costOf(rewardsOf(rule, { day, streak: rule.kind === 'check_in' ? streak : null }))
}
