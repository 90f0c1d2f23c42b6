import type { RuleOf } from '@mozhou/contracts/campaigns/rule'
import { rebateAt } from '../referral-rules/ordinary-shares.ts'
import type { OrdinaryShares } from '../referral-rules/ordinary-shares.ts'

/** What a campaign makes of it: the rate that is frozen, and what it adds, which is what it costs. */
export interface Boost {
  rateBp: number | null
  welcomeCredits: number | null
  addedRebate: number
  addedWelcome: number
}

/**
 * What a campaign adds to an order's rebates; null for nothing. It raises what there is and makes nothing of its own: where the rules give
 * no rebate it gives none, where they give more it changes nothing, and where both levels together would pass their share it does not apply.
 */
export function boostOf(rule: RuleOf<'referral'>, ordinary: OrdinaryShares, mostShareBp: number): Boost | null {
  const { form, rate1Bp, rate2Bp } = ordinary
  const isRaised =
    form === rule.form && rate1Bp !== null && rate1Bp > 0 && rule.rateBp !== null && rule.rateBp > rate1Bp
  const rateBp = isRaised && (rule.rateBp ?? 0) + rate2Bp <= mostShareBp ? rule.rateBp : null
  const addedRebate = rateBp === null ? 0 : rebateAt(ordinary, rateBp) - rebateAt(ordinary, rate1Bp ?? 0)
  const ordinaryWelcome = ordinary.welcomeCredits ?? 0
  const welcome = ordinaryWelcome > 0 && rule.form === 'credits' ? rule.welcomeCredits : null
  const addedWelcome = Math.max(0, (welcome ?? 0) - ordinaryWelcome)
  if (addedRebate + addedWelcome === 0) return null
  return {
    rateBp: addedRebate > 0 ? rateBp : null,
    welcomeCredits: addedWelcome > 0 ? welcome : null,
    addedRebate,
    addedWelcome,
  }
}

export const boostCost = ({ addedRebate, addedWelcome }: Boost): number => addedRebate + addedWelcome
