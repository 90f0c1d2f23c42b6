import { ruleLimits } from '@mozhou/contracts/referrals/kinds'
import type { RebateStatus, RewardForm } from '@mozhou/contracts/referrals/kinds'
import type { RebateBase } from '../rebate-of.ts'

const dayMs = 86_400_000

/** A reward for the invited is fixed: it stays while anything of the order stays. */
export function welcomeOf({ baseFen, refundedFen }: RebateBase, bornAmount: number): number {
  return refundedFen >= baseFen ? 0 : bornAmount
}

export const plusDays = (instant: Date, days: number): Date => new Date(instant.getTime() + days * dayMs)

/** Where a rebate stands that nobody holds: the date it had is the date that counts. */
export function openStatus(dueAt: Date, now: Date): Extract<RebateStatus, 'held' | 'due'> {
  return dueAt > now ? 'held' : 'due'
}

export interface ProposedRule {
  ratesBp: readonly number[]
  form: RewardForm
  lawText: string | null
}

export type RuleRefusal =
  | 'REFERRAL_LEVEL_FORBIDDEN'
  | 'REFERRAL_SHARE_TOO_HIGH'
  | 'REFERRAL_LAW_TEXT_MISSING'
  | 'REBATE_FORM_UNAVAILABLE'

/** Wherever it comes from: an input, an import, a test. */
export function whyRuleRefused(
  { ratesBp, form, lawText }: ProposedRule,
  settings: { mostShareBp: number; allowsCash: boolean },
): RuleRefusal | null {
  if (ratesBp.length < 1 || ratesBp.length > ruleLimits.mostLevels) return 'REFERRAL_LEVEL_FORBIDDEN'
  if (ratesBp.reduce((sum, rate) => sum + rate, 0) > settings.mostShareBp) return 'REFERRAL_SHARE_TOO_HIGH'
  const lawLength = lawText?.length ?? 0
  if (ratesBp.length > 1 && lawLength < ruleLimits.lawTextLength.least) return 'REFERRAL_LAW_TEXT_MISSING'
  if (form === 'coupon' || (form === 'cash' && !settings.allowsCash)) return 'REBATE_FORM_UNAVAILABLE'
  return null
}
