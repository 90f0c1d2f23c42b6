import { fenPerCredit } from '@mozhou/contracts/orders/prices'
import type { ErrorCode } from '@mozhou/contracts/errors'
import { ruleLimits } from '@mozhou/contracts/referrals/kinds'
import type { RebateBlock, RebateForm, RebateStatus, RuleWindow } from '@mozhou/contracts/referrals/kinds'
import { whyNotGivable } from '../given-coupons/giving-rules.ts'
import type { CouponOnOffer } from '../given-coupons/giving-rules.ts'

const dayMs = 86_400_000

export interface RebateBase {
  /** Money received for the order. */
  baseFen: number
  /** What of it went back, or is on its way back. */
  refundedFen: number
  form: RebateForm
  /** Of one that was born as a coupon: how many credits it stands for. */
  couponCredits: number | null
}

/**
 * What is due at the frozen rate of what was received and kept, in fen or whole credits, the odd part let go. It depends on the sum of the
 * refunds alone, so their number and order change nothing. Of a coupon it is one or none: one where the share in credits reaches what the
 * coupon stands for, so that nobody is given more than the share.
 */
export function rebateOf({ baseFen, refundedFen, form, couponCredits }: RebateBase, rateBp: number): number {
  const fen = Math.max(0, baseFen - refundedFen) * rateBp
  if (form === 'cash') return Math.floor(fen / 10_000)
  const credits = Math.floor(fen / (10_000 * fenPerCredit))
  if (couponCredits === null) return credits
  if (credits < couponCredits) return 0
  return form === 'coupon' ? 1 : couponCredits
}

/** A reward for the invited is fixed: it stays while anything of the order stays. */
export function welcomeOf(
  { baseFen, refundedFen }: Pick<RebateBase, 'baseFen' | 'refundedFen'>,
  bornAmount: number,
): number {
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
  form: RebateForm
  lawText: string | null
  /** Of rebates as coupons: the coupon as it stands; null where there is none. */
  coupon: CouponOnOffer | null
}

export type RuleRefusal =
  | 'REFERRAL_LEVEL_FORBIDDEN'
  | 'REFERRAL_SHARE_TOO_HIGH'
  | 'REFERRAL_LAW_TEXT_MISSING'
  | 'REBATE_FORM_UNAVAILABLE'
  | 'REBATE_COUPON_UNFIT'

/** Wherever it comes from: an input, an import, a test. */
export function whyRuleRefused(
  { ratesBp, form, lawText, coupon }: ProposedRule,
  settings: { mostShareBp: number; allowsCash: boolean },
  now: Date,
): RuleRefusal | null {
  if (ratesBp.length < 1 || ratesBp.length > ruleLimits.mostLevels) return 'REFERRAL_LEVEL_FORBIDDEN'
  if (ratesBp.reduce((sum, rate) => sum + rate, 0) > settings.mostShareBp) return 'REFERRAL_SHARE_TOO_HIGH'
  const lawLength = lawText?.length ?? 0
  if (ratesBp.length > 1 && lawLength < ruleLimits.lawTextLength.least) return 'REFERRAL_LAW_TEXT_MISSING'
  if (form === 'cash' && !settings.allowsCash) return 'REBATE_FORM_UNAVAILABLE'
  if (form === 'coupon' && (coupon === null || blockOf(coupon, 0, now) !== null)) return 'REBATE_COUPON_UNFIT'
  return null
}

const blocks: Partial<Record<ErrorCode, RebateBlock>> = {
  COUPON_NOT_ACTIVE: 'paused',
  COUPON_EXPIRED: 'over',
  COUPON_LIMIT_REACHED: 'limit_reached',
}

/** Why somebody who has had so many of a coupon cannot be given one; null when they can. */
export function blockOf(coupon: CouponOnOffer, owned: number, now: Date): RebateBlock | null {
  if (coupon.status === 'ended') return 'over'
  const refusal = whyNotGivable(coupon, owned, now)
  return refusal && (blocks[refusal.code] ?? 'sold_out')
}
