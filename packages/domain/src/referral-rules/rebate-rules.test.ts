import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CouponOnOffer } from '../given-coupons/giving-rules.ts'
import { blockOf, isInWindow, openStatus, rebateOf, welcomeOf, whyRuleRefused } from './rebate-rules.ts'

const day = 86_400_000
const settings = { mostShareBp: 3_000, allowsCash: false }
const now = new Date('2026-12-01T00:00:00Z')
const coupon: CouponOnOffer = {
  status: 'active',
  isClaimable: false,
  issued: 9,
  totalLimit: 10,
  perPersonLimit: 2,
  validUntil: null,
}
const law = '律师意见：一级按真实销售计提，公开、免费、不以发展人数计酬。'

describe('what a rebate comes to', () => {
  it.each([
    ['credits', 9_900, 0, 1_000, 99],
    ['cash', 9_900, 0, 1_000, 990],
    ['cash', 10_100, 5_050, 1_500, 757],
    ['credits', 10_100, 5_050, 1_500, 75],
    ['cash', 999, 999, 1_000, 0],
    ['credits', 99, 0, 1_000, 0],
  ] as const)('%s of %i fen less %i at %i basis points is %i', (form, baseFen, refundedFen, rateBp, amount) => {
    expect(rebateOf({ baseFen, refundedFen, form, couponCredits: null }, rateBp)).toBe(amount)
  })

  it('is what exact arithmetic says, grows never with a refund, and does not ask in which parts it came', () => {
    const cases = fc.record({
      baseFen: fc.integer({ min: 1, max: 10_000_000 }),
      rateBp: fc.integer({ min: 0, max: 3_000 }),
      form: fc.constantFrom('credits' as const, 'cash' as const),
      parts: fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(cases, ({ baseFen, rateBp, form, parts }) => {
        let refundedFen = 0
        let before = rebateOf({ baseFen, refundedFen, form, couponCredits: null }, rateBp)
        let taken = 0
        for (const part of parts) {
          refundedFen = Math.min(baseFen, refundedFen + part)
          const after = rebateOf({ baseFen, refundedFen, form, couponCredits: null }, rateBp)
          const exact = (BigInt(baseFen - refundedFen) * BigInt(rateBp)) / (form === 'cash' ? 10_000n : 100_000n)
          expect(after).toBe(Number(exact))
          expect(after).toBeLessThanOrEqual(before)
          taken += before - after
          before = after
        }
        expect(taken).toBe(rebateOf({ baseFen, refundedFen: 0, form, couponCredits: null }, rateBp) - before)
        if (refundedFen === baseFen) expect(before).toBe(0)
      }),
    )
  })

  it.each([
    ['as a coupon', 'coupon', 5_000, 0, 1],
    ['as a coupon that the share falls short of', 'coupon', 4_999, 0, 0],
    ['as a coupon after a refund that leaves enough', 'coupon', 9_900, 4_900, 1],
    ['as a coupon after one that does not', 'coupon', 9_900, 4_901, 0],
    ['in the credits that finance had paid instead', 'credits', 99_000, 0, 50],
    ['in those credits after a refund', 'credits', 9_900, 4_901, 0],
  ] as const)('%s', (_name, form, baseFen, refundedFen, amount) => {
    expect(rebateOf({ baseFen, refundedFen, form, couponCredits: 50 }, 1_000)).toBe(amount)
  })

  it('for the invited stays while anything of the order stays', () => {
    expect(welcomeOf({ baseFen: 1_000, refundedFen: 999 }, 20)).toBe(20)
    expect(welcomeOf({ baseFen: 1_000, refundedFen: 1_000 }, 20)).toBe(0)
  })
})

describe('the window of a rule', () => {
  const boundAt = new Date('2026-12-01T00:00:00Z')
  const at = (plusMs: number) => new Date(boundAt.getTime() + plusMs)
  it.each([
    ['first_order', null, 0, 400 * day, true],
    ['first_order', null, 1, 0, false],
    ['orders', 3, 2, 400 * day, true],
    ['orders', 3, 3, 0, false],
    ['days', 30, 99, 30 * day - 1, true],
    ['days', 30, 0, 30 * day, false],
  ] as const)('%s %s: after %i orders and %i ms', (window, windowCount, earlierOrders, plusMs, isIn) => {
    expect(isInWindow({ window, windowCount, earlierOrders, boundAt, now: at(plusMs) })).toBe(isIn)
  })
})

describe('a rule', () => {
  it.each([
    ['one level', { ratesBp: [1_000], form: 'credits', lawText: null }, null],
    ['no level', { ratesBp: [], form: 'credits', lawText: null }, 'REFERRAL_LEVEL_FORBIDDEN'],
    ['58: a third level', { ratesBp: [500, 100, 1], form: 'credits', lawText: law }, 'REFERRAL_LEVEL_FORBIDDEN'],
    [
      '58: a third level of nothing',
      { ratesBp: [500, 100, 0], form: 'credits', lawText: law },
      'REFERRAL_LEVEL_FORBIDDEN',
    ],
    [
      'a second level without words on the law',
      { ratesBp: [500, 100], form: 'credits', lawText: '可以' },
      'REFERRAL_LAW_TEXT_MISSING',
    ],
    ['a second level with them', { ratesBp: [500, 100], form: 'credits', lawText: law }, null],
    ['30 % of both', { ratesBp: [2_000, 1_000], form: 'credits', lawText: law }, null],
    ['more than 30 % of both', { ratesBp: [2_000, 1_001], form: 'credits', lawText: law }, 'REFERRAL_SHARE_TOO_HIGH'],
    ['no coupon', { ratesBp: [500], form: 'coupon', lawText: null }, 'REBATE_COUPON_UNFIT'],
    ['cash where it is off', { ratesBp: [500], form: 'cash', lawText: null }, 'REBATE_FORM_UNAVAILABLE'],
  ] as const)('of %s', (_name, rule, refusal) => {
    expect(whyRuleRefused({ ...rule, coupon: null }, settings, now)).toBe(refusal)
  })

  it('may be of cash where a deployment gives it, and of less where it gives less', () => {
    const cash = { ratesBp: [500], form: 'cash' as const, lawText: null, coupon: null }
    expect(whyRuleRefused(cash, { ...settings, allowsCash: true }, now)).toBeNull()
    expect(whyRuleRefused({ ...cash, form: 'credits' }, { ...settings, mostShareBp: 400 }, now)).toBe(
      'REFERRAL_SHARE_TOO_HIGH',
    )
  })
})

describe('a coupon for rebates', () => {
  it.each([
    ['is given', {}, 0, null],
    ['is not, while it is paused', { status: 'paused' }, 0, 'paused'],
    ['is not, once it is ended', { status: 'ended' }, 0, 'over'],
    ['is not, after its last day', { validUntil: now }, 0, 'over'],
    ['is not to who has had as many as one may', {}, 2, 'limit_reached'],
    ['is not, when all were given', { issued: 10 }, 0, 'sold_out'],
  ] as const)('%s', (_name, terms, owned, block) => {
    const changed: CouponOnOffer = { ...coupon, ...terms }
    expect(blockOf(changed, owned, now)).toBe(block)
    const rule = { ratesBp: [500], form: 'coupon' as const, lawText: null, coupon: changed }
    // What one person has had says nothing about a rule.
    const isFit = block === null || block === 'limit_reached'
    expect(whyRuleRefused(rule, settings, now)).toBe(isFit ? null : 'REBATE_COUPON_UNFIT')
  })
})

it('counts the date that a rebate had', () => {
  const dueAt = new Date('2026-12-15T00:00:00Z')
  expect(openStatus(dueAt, new Date('2026-12-14T23:59:59Z'))).toBe('held')
  expect(openStatus(dueAt, dueAt)).toBe('due')
})
