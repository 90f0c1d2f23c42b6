import { expect, it } from 'vitest'
import { toProposal, valuesOf } from './rule-values.ts'

const values = { ...valuesOf(undefined, '2026-12-02'), note: '调整' }

it('proposes one level and the first order, where nothing else is chosen', () => {
  expect(toProposal({ ...values, rate1: 12.5 })).toEqual({
    ratesBp: [1_250],
    welcomeCredits: 20,
    form: 'credits',
    window: 'first_order',
    holdDays: 15,
    expireDays: 90,
    isReviewed: false,
    signupsPerDay: 20,
    refundShareBp: 5_000,
    inForceFrom: '2026-12-02T00:00:00+08:00',
    note: '调整',
  })
})

it('proposes coupons with the one that is chosen and what it stands for', () => {
  const coupons = { ...values, form: 'coupon' as const, couponCredits: 80 }
  expect(toProposal({ ...coupons, couponId: 'cpn_1' })).toMatchObject({ couponId: 'cpn_1', couponCredits: 80 })
  // None chosen is none sent, so that the schema says which box is empty.
  expect(toProposal(coupons)).not.toHaveProperty('couponId')
  expect(toProposal({ ...coupons, form: 'credits', couponId: 'cpn_1' })).not.toHaveProperty('couponId')
})

it('proposes a second level with its words, and a window with its number', () => {
  const proposal = toProposal({
    ...values,
    hasSecond: true,
    rate2: 3,
    lawText: '依据',
    window: 'orders',
    windowCount: 3,
  })
  expect(proposal).toMatchObject({ ratesBp: [1_000, 300], lawText: '依据', window: 'orders', windowCount: 3 })
})
