import type { CouponKind, CouponStatus, UserCouponStatus } from '@mozhou/contracts/coupons/kinds'
import type { CouponDiscount } from '@mozhou/contracts/coupons/terms'
import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import { yuanText } from '@mozhou/contracts/orders/prices'
import { refused, whyNotGivable } from '../given-coupons/giving-rules.ts'
import type { CouponOnOffer, Refusal } from '../given-coupons/giving-rules.ts'

/** Fen that go off what is left to pay: whole fen, rounded for the house, never more than is left. */
export function discountOf(discount: CouponDiscount, restFen: number): number {
  if (discount.kind === 'amount') return Math.min(discount.amountFen, restFen)
  const share = Math.floor((restFen * discount.rateBp) / 10_000)
  return discount.capFen === null ? share : Math.min(share, discount.capFen)
}

export interface CouponInHand {
  kind: CouponKind
  status: UserCouponStatus
  thresholdFen: number
  validFrom: Date
  validUntil: Date
}

/** Judged when the order is made; what expires afterwards, while the order holds it, still pays. The threshold looks at the list's price. */
export function whyNotUsable(
  coupon: CouponInHand,
  cart: { kind: OrderKind; listFen: number },
  now: Date,
): Refusal | null {
  const ended = whyOver(coupon, now)
  if (ended !== null) return ended
  if (coupon.validFrom > now) return refused('COUPON_NOT_YET_VALID')
  if (coupon.kind !== 'universal' && coupon.kind !== cart.kind) return refused('COUPON_WRONG_KIND')
  if (cart.listFen < coupon.thresholdFen)
    return refused('COUPON_BELOW_THRESHOLD', { threshold: yuanText(coupon.thresholdFen) })
  return null
}

function whyOver({ status, validUntil }: CouponInHand, now: Date): Refusal | null {
  switch (status) {
    case 'held':
      return refused('COUPON_HELD')
    case 'used':
      return refused('COUPON_USED')
    case 'voided':
      return refused('COUPON_VOIDED')
    case 'expired':
      return refused('COUPON_EXPIRED')
    case 'unused':
      return validUntil <= now ? refused('COUPON_EXPIRED') : null
  }
}

interface Choice {
  id: string
  discountFen: number
  validUntil: Date
}

/** The largest discount; of equals what expires first; of those the smallest id. */
export function bestOf<Candidate extends Choice>(candidates: readonly Candidate[]): Candidate | null {
  const [best] = candidates.toSorted(
    (one, other) =>
      other.discountFen - one.discountFen ||
      one.validUntil.getTime() - other.validUntil.getTime() ||
      (one.id < other.id ? -1 : 1),
  )
  return best ?? null
}

/** Why this person cannot take one themself. */
export function whyNotClaimable(
  coupon: CouponOnOffer,
  person: { owned: number; isInAudience: boolean },
  now: Date,
): Refusal | null {
  if (coupon.status !== 'active' || !coupon.isClaimable) return refused('COUPON_NOT_CLAIMABLE')
  if (!person.isInAudience) return refused('COUPON_NOT_FOR_YOU')
  return whyNotGivable(coupon, person.owned, now)
}

const nextStatuses: Readonly<Record<CouponStatus, readonly CouponStatus[]>> = {
  draft: ['active'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
}

export function mayBecome(from: CouponStatus, to: CouponStatus): boolean {
  return from === to || nextStatuses[from].includes(to)
}
