import { describe, expect, it } from 'vitest'
import { raisable, sharesByRule } from './ordinary-shares.ts'

const rule = { form: 'credits', window: 'first_order', windowCount: null, ratesBp: [1_000, 300], welcomeCredits: 20 }
const now = new Date('2026-12-08T00:00:00Z')
const order = { baseFen: 9_990, earlierOrders: 0, boundAt: now, now }
const off = { allowsCash: false }

describe('the shares of an order by a rule', () => {
  it('are its rates and its welcome for the first order, and nothing for one that does not count', () => {
    const first = { baseFen: 9_990, form: 'credits', rate1Bp: 1_000, rate2Bp: 300, welcomeCredits: 20 }
    expect(sharesByRule(rule, order, off)).toEqual(first)
    const second = { rate1Bp: null, rate2Bp: 0, welcomeCredits: null }
    expect(sharesByRule(rule, { ...order, earlierOrders: 1 }, off)).toEqual({ ...first, ...second })
    expect(sharesByRule({ ...rule, ratesBp: [1_000] }, order, off)).toMatchObject({ rate2Bp: 0 })
  })

  it.each([
    ['cash', true, 'cash'],
    ['cash', false, 'credits'],
    ['coupon', false, 'coupon'],
  ])('of %s, cash given: %s, are %s', (form, allowsCash, given) => {
    expect(sharesByRule({ ...rule, form }, order, { allowsCash }).form).toBe(given)
  })
})

it('raises no rate of a coupon, and its welcome all the same', () => {
  const shares = sharesByRule({ ...rule, form: 'coupon' }, order, off)
  expect(raisable(shares)).toMatchObject({ form: 'credits', rate1Bp: null, rate2Bp: 300, welcomeCredits: 20 })
  expect(raisable(sharesByRule(rule, order, off))).toMatchObject({ rate1Bp: 1_000 })
})
