import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { UpdateCouponInput } from '@mozhou/contracts/coupons/admin-inputs'
import type { ErrorCode } from '@mozhou/contracts/errors'
import { isDeepStrictEqual } from 'node:util'
import { mayBecome } from './coupon-rules.ts'

const fixedOnceActive = ['kind', 'discount', 'thresholdFen', 'validity', 'audience'] as const
const growing = ['totalLimit', 'perPersonLimit'] as const

type Changes = Omit<UpdateCouponInput, 'couponId' | 'version'>

/**
 * Why a coupon cannot be changed like that. Whoever has one was promised what it is worth: once it was active only names, whether it can be
 * claimed, and limits upwards change; once it has ended, nothing.
 */
export function whyNotChangeable(coupon: CouponRowDto, changes: Changes, now: Date): ErrorCode | null {
  const to = changes.status ?? coupon.status
  if (!mayBecome(coupon.status, to) || coupon.status === 'ended') return 'COUPON_STATUS_UNFIT'
  if (coupon.status === 'draft')
    return (to === 'active' || changes.validity !== undefined) && isOver({ ...coupon, ...changes }, now)
      ? 'COUPON_VALIDITY_OVER'
      : null
  const isMoved = fixedOnceActive.some(
    (field) => changes[field] !== undefined && !isDeepStrictEqual(changes[field], coupon[field]),
  )
  if (isMoved) return 'COUPON_TERMS_FIXED'
  return growing.some((field) => (changes[field] ?? coupon[field]) < coupon[field]) ? 'COUPON_LIMITS_ONLY_GROW' : null
}

/** Dates of which the last has passed. */
export function isOver({ validity }: Pick<CouponRowDto, 'validity'>, now: Date): boolean {
  return validity.kind === 'dates' && new Date(validity.until) <= now
}
