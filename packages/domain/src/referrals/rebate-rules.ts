import { fenPerCredit } from '@mozhou/contracts/orders/prices'
import { ruleLimits } from '@mozhou/contracts/referrals/kinds'
import type { RebateForm, RebateStatus, RewardForm, RuleWindow } from '@mozhou/contracts/referrals/kinds'

const dayMs = 86_400_000

export interface RebateBase {
  /** Money received for the order. */
  baseFen: number
  /** What of it went back, or is on its way back. */
  refundedFen: number
  form: RebateForm
}

/**
 * What is due at the frozen rate of what was received and kept, in fen or whole credits, the odd part let go. It depends on the sum of the
 * refunds alone, so their number and order change nothing.
 */
export function rebateOf({ baseFen, refundedFen, form }: RebateBase, rateBp: number): number {
  const kept = Math.max(0, baseFen - refundedFen)
  const fen = kept * rateBp
  return Math.floor(form === 'cash' ? fen / 10_000 : fen / (10_000 * fenPerCredit))
}

/** A reward for the invited is fixed: it stays while anything of the order stays. */
export function welcomeOf({ baseFen, refundedFen }: RebateBase, bornAmount: number): number {
  return refundedFen >= baseFen ? 0 : bornAmount
}

export interface WindowFacts {
  window: RuleWindow
  windowCount: number | null
  /** Orders that the invited had paid before. */
  earlierOrders: number
  boundAt: Date
  now: Date
}

export function isInWindow({ window, windowCount, earlierOrders, boundAt, now }: WindowFacts): boolean {
  switch (window) {
    case 'first_order':
      return earlierOrders === 0
    case 'orders':
      return earlierOrders < (windowCount ?? 0)
    case 'days':
      return now.getTime() < boundAt.getTime() + (windowCount ?? 0) * dayMs
  }
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
