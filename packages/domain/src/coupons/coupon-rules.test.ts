import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { couponStatuses } from '@mozhou/contracts/coupons/kinds'
import type { CouponDiscount } from '@mozhou/contracts/coupons/terms'
import { bestOf, discountOf, mayBecome, whyNotClaimable, whyNotUsable } from './coupon-rules.ts'
import type { CouponInHand } from './coupon-rules.ts'
import type { CouponOnOffer } from '../given-coupons/giving-rules.ts'

const now = new Date('2026-12-01T04:00:00Z')
const later = new Date('2026-12-08T04:00:00Z')

describe('a discount', () => {
  const percent = (rateBp: number, capFen: number | null = null): CouponDiscount => ({
    kind: 'percent',
    rateBp,
    capFen,
  })

  it.each<[string, CouponDiscount, number, number]>([
    ['an amount', { kind: 'amount', amountFen: 500 }, 9_900, 500],
    ['an amount beyond what is left', { kind: 'amount', amountFen: 5_000 }, 990, 990],
    ['scenario 44: 33.33 % of 0.99', percent(3_333), 99, 32],
    ['a share with a limit', percent(5_000, 1_000), 9_900, 1_000],
    ['all of it', percent(10_000), 2_500, 2_500],
    ['a share too small for a fen', percent(1), 99, 0],
  ])('of %s', (_, discount, restFen, off) => {
    expect(discountOf(discount, restFen)).toBe(off)
  })

  it('is never more than is left to pay, and never less than nothing', () => {
    const anyDiscount = fc.oneof(
      fc.record({ kind: fc.constant('amount' as const), amountFen: fc.integer({ min: 1, max: 1_000_000 }) }),
      fc.record({
        kind: fc.constant('percent' as const),
        rateBp: fc.integer({ min: 1, max: 10_000 }),
        capFen: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      }),
    )
    fc.assert(
      fc.property(anyDiscount, fc.nat({ max: 10_000_000 }), (discount, restFen) => {
        const off = discountOf(discount, restFen)
        return Number.isInteger(off) && off >= 0 && off <= restFen
      }),
    )
  })
})

describe('a coupon in hand', () => {
  const coupon: CouponInHand = {
    kind: 'universal',
    status: 'unused',
    thresholdFen: 5_000,
    validFrom: now,
    validUntil: later,
  }
  const cart = { kind: 'recharge' as const, listFen: 5_000 }
  const codeOf = (changes: Partial<CouponInHand>, asked = cart) =>
    whyNotUsable({ ...coupon, ...changes }, asked, now)?.code ?? null

  it('pays from its first instant, at its threshold', () => {
    expect(codeOf({})).toBeNull()
    expect(codeOf({ kind: 'recharge' })).toBeNull()
  })

  it.each<[string, Partial<CouponInHand>, string]>([
    ['is over from its last instant', { validUntil: now }, 'COUPON_EXPIRED'],
    ['is over once the sweep has said so', { status: 'expired' }, 'COUPON_EXPIRED'],
    ['waits for its first', { validFrom: later }, 'COUPON_NOT_YET_VALID'],
    ['of a membership pays no recharge', { kind: 'membership' }, 'COUPON_WRONG_KIND'],
    ['is held by one order', { status: 'held' }, 'COUPON_HELD'],
    ['was used', { status: 'used' }, 'COUPON_USED'],
    ['was voided', { status: 'voided' }, 'COUPON_VOIDED'],
    ['needs its threshold', { thresholdFen: 5_001 }, 'COUPON_BELOW_THRESHOLD'],
  ])('%s', (_, changes, code) => {
    expect(codeOf(changes)).toBe(code)
  })

  it('says which threshold', () => {
    expect(whyNotUsable(coupon, { ...cart, listFen: 4_900 }, now)).toEqual({
      code: 'COUPON_BELOW_THRESHOLD',
      params: { threshold: '50.00' },
    })
  })
})

it('chooses what saves most, then what expires first, then the smaller id', () => {
  const one = { id: 'b', discountFen: 300, validUntil: later }
  expect(bestOf([])).toBeNull()
  expect(bestOf([one, { ...one, id: 'c', discountFen: 400 }])?.id).toBe('c')
  expect(bestOf([one, { ...one, id: 'c', validUntil: now }])?.id).toBe('c')
  expect(bestOf([one, { ...one, id: 'a' }])?.id).toBe('a')
})

describe('a coupon on offer', () => {
  const offer: CouponOnOffer = {
    status: 'active',
    isClaimable: true,
    issued: 9,
    totalLimit: 10,
    perPersonLimit: 1,
    validUntil: later,
  }
  const person = { owned: 0, isInAudience: true }

  it.each<[string, Partial<CouponOnOffer>, Partial<typeof person>, string | null]>([
    ['has a last one', {}, {}, null],
    ['is gone', { issued: 10 }, {}, 'COUPON_SOLD_OUT'],
    ['is once for each', {}, { owned: 1 }, 'COUPON_LIMIT_REACHED'],
    ['is for some', {}, { isInAudience: false }, 'COUPON_NOT_FOR_YOU'],
    ['is over', { validUntil: now }, {}, 'COUPON_EXPIRED'],
    ['counts from the receipt', { validUntil: null }, {}, null],
    ['is paused', { status: 'paused' }, {}, 'COUPON_NOT_CLAIMABLE'],
    ['is only issued', { isClaimable: false }, {}, 'COUPON_NOT_CLAIMABLE'],
  ])('that %s', (_, changes, of, code) => {
    expect(whyNotClaimable({ ...offer, ...changes }, { ...person, ...of }, now)?.code ?? null).toBe(code)
  })
})

it('goes from draft to active, between active and paused, and ends once', () => {
  const ways = couponStatuses.flatMap((from) =>
    couponStatuses.filter((to) => from !== to && mayBecome(from, to)).map((to) => `${from} ${to}`),
  )
  expect(ways).toEqual(['draft active', 'active paused', 'active ended', 'paused active', 'paused ended'])
})
