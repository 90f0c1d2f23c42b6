import { couponKinds, couponStatuses, userCouponStatuses } from '@mozhou/contracts/coupons/kinds'
import type { CouponKind, CouponStatus, UserCouponStatus } from '@mozhou/contracts/coupons/kinds'
import { dayIn, textIn } from '../../tables/filters.ts'

/** What the page shows; it stands in the address, so that it can be sent to somebody and kept. */
export interface CouponSearch {
  status?: CouponStatus
  kind?: CouponKind
  search?: string
  /** The coupon that is open; in the other view, whose given ones are shown. */
  coupon?: string
  /** Shows what was given instead of coupons. */
  view?: 'given'
  state?: UserCouponStatus
  from?: string
  to?: string
}

/** What a control changes; `parseCouponSearch` keeps what fits. */
export type SearchChange = { [Name in keyof CouponSearch]?: string | undefined }

/** Keeps of an address what fits and drops the rest. */
export function parseCouponSearch(raw: Record<string, unknown>): CouponSearch {
  const status = couponStatuses.find((candidate) => candidate === raw['status'])
  const kind = couponKinds.find((candidate) => candidate === raw['kind'])
  const state = userCouponStatuses.find((candidate) => candidate === raw['state'])
  const search = textIn(raw['search'])
  const coupon = textIn(raw['coupon'])
  const from = dayIn(raw['from'])
  const to = dayIn(raw['to'])
  return {
    ...(status && { status }),
    ...(kind && { kind }),
    ...(search && { search }),
    ...(coupon && { coupon }),
    ...(raw['view'] === 'given' && { view: 'given' as const }),
    ...(state && { state }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

export type CouponFilters = Pick<CouponSearch, 'status' | 'kind' | 'search'>

export function couponFilters({ status, kind, search }: CouponSearch): CouponFilters {
  return { ...(status && { status }), ...(kind && { kind }), ...(search !== undefined && { search }) }
}

/** As the procedure of what was given takes it. */
export function givenFilters({ coupon, state, search, from, to }: CouponSearch) {
  return {
    ...(coupon !== undefined && { couponId: coupon }),
    ...(state && { status: state }),
    ...(search !== undefined && { search }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
}
