import type { OrderKind } from '../orders/kinds.ts'

/** What a coupon may pay; `universal`: either. */
export const couponKinds = ['recharge', 'membership', 'universal'] as const satisfies readonly (
  | OrderKind
  | 'universal'
)[]
export type CouponKind = (typeof couponKinds)[number]

export const couponStatuses = ['draft', 'active', 'paused', 'ended'] as const
export type CouponStatus = (typeof couponStatuses)[number]

export const discountKinds = ['amount', 'percent'] as const
export const validityKinds = ['dates', 'days'] as const
export const audienceKinds = ['all', 'new', 'members'] as const

/** `held`: an order that waits for its payment has it. */
export const userCouponStatuses = ['unused', 'held', 'used', 'expired', 'voided'] as const
export type UserCouponStatus = (typeof userCouponStatuses)[number]

/** How a person came by it. */
export const couponSources = ['claimed', 'hand', 'bulk', 'campaign', 'rebate'] as const
export type CouponSource = (typeof couponSources)[number]

/** The parts of a person's own list: what can be used (or is held), what was, and what no longer can be. */
export const userCouponViews = ['usable', 'used', 'over'] as const
export type UserCouponView = (typeof userCouponViews)[number]

export const couponIssueStatuses = ['running', 'stopping', 'done', 'stopped'] as const
export type CouponIssueStatus = (typeof couponIssueStatuses)[number]

/** Why an issue ended early, and why whoever came after was given none: an operator stopped it, nothing was left, or the coupon was paused or ended. */
export const couponIssueEndReasons = ['by_hand', 'sold_out', 'coupon_off'] as const
export type CouponIssueEndReason = (typeof couponIssueEndReasons)[number]

/** Why a person of an issue was given none: they had as many as one may have, their account was not open, or the issue had ended. */
export const couponSkipReasons = ['limit', 'account_closed', ...couponIssueEndReasons] as const
export type CouponSkipReason = (typeof couponSkipReasons)[number]
