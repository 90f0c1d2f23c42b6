import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { createCouponInput } from '@mozhou/contracts/coupons/admin-inputs'
import { describe, expect, it } from 'vitest'
import { emptyCoupon, toTerms, toValues } from './coupon-values.ts'

const coupon: CouponRowDto = {
  id: 'cpn_019ab3d2c4e57f60a1b2c3d4e5f60718',
  name: '年末券',
  description: '满三十减',
  kind: 'recharge',
  status: 'draft',
  discount: { kind: 'percent', rateBp: 3_333, capFen: 1_050 },
  thresholdFen: 3_000,
  validity: { kind: 'dates', from: '2026-11-30T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' },
  audience: { kind: 'new', days: 7 },
  totalLimit: 100,
  perPersonLimit: 2,
  isClaimable: false,
  issued: 0,
  version: 1,
  createdAt: '2026-11-30T16:00:00.000Z',
  updatedAt: '2026-11-30T16:00:00.000Z',
}

describe('the form of a coupon', () => {
  it('shows shares in percent and days of Shanghai, the last one included', () => {
    expect(toValues(coupon)).toMatchObject({
      rate: '33.33',
      cap: '10.50',
      threshold: '30.00',
      from: '2026-12-01',
      until: '2026-12-31',
      audienceDays: 7,
    })
  })

  it.each<[string, Partial<CouponRowDto>]>([
    ['a share between dates', {}],
    ['a share without a limit', { discount: { kind: 'percent', rateBp: 9_999, capFen: null } }],
    ['an amount for days', { discount: { kind: 'amount', amountFen: 5 }, validity: { kind: 'days', days: 30 } }],
    ['members', { audience: { kind: 'members' }, thresholdFen: 0 }],
  ])('says again what it was given: %s', (_, changes) => {
    const row = { ...coupon, ...changes }
    expect(createCouponInput.parse(toTerms(toValues(row)))).toEqual({
      name: row.name,
      description: row.description,
      kind: row.kind,
      discount: row.discount,
      thresholdFen: row.thresholdFen,
      validity: row.validity,
      audience: row.audience,
      totalLimit: row.totalLimit,
      perPersonLimit: row.perPersonLimit,
      isClaimable: row.isClaimable,
    })
  })

  it('refuses at its box what gives more away than is meant', () => {
    const wrongOf = (changes: Partial<CouponRowDto>) =>
      createCouponInput
        .safeParse(toTerms(toValues({ ...coupon, ...changes })))
        .error?.issues.map(({ path }) => path.join('.'))
    const amount = (amountFen: number) => ({ discount: { kind: 'amount' as const, amountFen } })
    expect(wrongOf({ ...amount(3_001), thresholdFen: 3_000 })).toEqual(['discount.amountFen'])
    expect(wrongOf({ ...amount(3_000), thresholdFen: 3_000 })).toBeUndefined()
    expect(wrongOf({ ...amount(3_001), thresholdFen: 0 })).toBeUndefined()
    const whole = (capFen: number | null) => ({ discount: { kind: 'percent' as const, rateBp: 10_000, capFen } })
    expect(wrongOf(whole(null))).toEqual(['discount.capFen'])
    expect(wrongOf(whole(1))).toBeUndefined()
  })

  it('has what is left empty refused', () => {
    const found = createCouponInput.safeParse(toTerms({ ...emptyCoupon, validityKind: 'dates' }))
    const paths = found.error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(paths).toEqual(expect.arrayContaining(['name', 'discount.amountFen', 'validity.from', 'validity.until']))
  })
})
