import type { CouponStatus } from '@mozhou/contracts/coupons/kinds'
import type { ErrorCode, ErrorParams } from '@mozhou/contracts/errors'

/** Why something cannot be done, as it is told. */
export interface Refusal {
  code: ErrorCode
  params: ErrorParams
}

export const refused = (code: ErrorCode, params: ErrorParams = {}): Refusal => ({ code, params })

export interface CouponOnOffer {
  status: CouponStatus
  isClaimable: boolean
  issued: number
  totalLimit: number
  perPersonLimit: number
  /** Null where it counts from the receipt. */
  validUntil: Date | null
}

/** Why nobody can be given one now, whoever gives it. */
export function whyNotGivable(coupon: CouponOnOffer, owned: number, now: Date): Refusal | null {
  if (coupon.status !== 'active') return refused('COUPON_NOT_ACTIVE')
  if (coupon.validUntil !== null && coupon.validUntil <= now) return refused('COUPON_EXPIRED')
  if (owned >= coupon.perPersonLimit) return refused('COUPON_LIMIT_REACHED', { limit: coupon.perPersonLimit })
  if (coupon.issued >= coupon.totalLimit) return refused('COUPON_SOLD_OUT')
  return null
}
