import { refusal } from '../error-row.ts'
import type { ErrorRow } from '../error-row.ts'

export const couponsErrors = {
  COUPON_NOT_FOUND: refusal('NOT_FOUND', 404),
  COUPON_CHANGED: refusal('CONFLICT', 409),
  COUPON_TERMS_FIXED: refusal('CONFLICT', 409),
  COUPON_LIMITS_ONLY_GROW: refusal('CONFLICT', 409),
  COUPON_STATUS_UNFIT: refusal('CONFLICT', 409),
  /** Its dates lie in the past: nobody could use it. */
  COUPON_VALIDITY_OVER: refusal('BAD_REQUEST', 400),
  COUPON_NAMED: refusal('CONFLICT', 409),
  COUPON_NOT_DRAFT: refusal('CONFLICT', 409),
  COUPON_NOT_ACTIVE: refusal('CONFLICT', 409),
  COUPON_NOT_CLAIMABLE: refusal('CONFLICT', 409),
  COUPON_NOT_FOR_YOU: refusal('CONFLICT', 409),
  COUPON_SOLD_OUT: refusal('CONFLICT', 409),
  COUPON_LIMIT_REACHED: refusal('CONFLICT', 409),
  COUPON_EXPIRED: refusal('CONFLICT', 409),
  COUPON_NOT_YET_VALID: refusal('CONFLICT', 409),
  COUPON_WRONG_KIND: refusal('CONFLICT', 409),
  COUPON_BELOW_THRESHOLD: refusal('CONFLICT', 409),
  COUPON_HELD: refusal('CONFLICT', 409),
  COUPON_USED: refusal('CONFLICT', 409),
  COUPON_VOIDED: refusal('CONFLICT', 409),
  COUPON_ISSUE_NOT_FOUND: refusal('NOT_FOUND', 404),
} satisfies Record<string, ErrorRow>
