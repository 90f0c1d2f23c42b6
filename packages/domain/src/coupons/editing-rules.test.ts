import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { describe, expect, it } from 'vitest'
import { whyNotChangeable } from './editing-rules.ts'

const now = new Date('2026-12-01T04:00:00Z')
const coupon: CouponRowDto = {
  id: 'cpn_019ab3d2c4e57f60a1b2c3d4e5f60718',
  name: '新人券',
  description: '',
  kind: 'recharge',
  status: 'active',
  discount: { kind: 'amount', amountFen: 500 },
  thresholdFen: 3_000,
  validity: { kind: 'dates', from: '2026-11-30T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' },
  audience: { kind: 'new', days: 30 },
  totalLimit: 100,
  perPersonLimit: 2,
  isClaimable: true,
  issued: 7,
  version: 3,
  createdAt: '2026-11-30T16:00:00.000Z',
  updatedAt: '2026-11-30T16:00:00.000Z',
}
type Changes = Parameters<typeof whyNotChangeable>[1]
const why = (changes: Changes, of: Partial<CouponRowDto> = {}) => whyNotChangeable({ ...coupon, ...of }, changes, now)

describe('a coupon that was active', () => {
  it.each<[string, Changes, string | null]>([
    ['is renamed', { name: '新人礼', description: '满减', isClaimable: false }, null],
    ['has more of it', { totalLimit: 200, perPersonLimit: 3 }, null],
    ['has not less of it', { totalLimit: 99 }, 'COUPON_LIMITS_ONLY_GROW'],
    ['is not for fewer each', { perPersonLimit: 1 }, 'COUPON_LIMITS_ONLY_GROW'],
    ['keeps its worth', { discount: { kind: 'amount', amountFen: 400 } }, 'COUPON_TERMS_FIXED'],
    ['keeps its threshold', { thresholdFen: 0 }, 'COUPON_TERMS_FIXED'],
    ['keeps its audience', { audience: { kind: 'all' } }, 'COUPON_TERMS_FIXED'],
    ['may be sent whole, as it is', { discount: coupon.discount, validity: coupon.validity, kind: 'recharge' }, null],
    ['pauses', { status: 'paused' }, null],
    ['ends', { status: 'ended' }, null],
  ])('%s', (_, changes, code) => {
    expect(why(changes)).toBe(code)
  })
})

it('a draft is changed at will, and not activated once its time is over', () => {
  const draft = { status: 'draft' as const }
  expect(why({ thresholdFen: 0, totalLimit: 1 }, draft)).toBeNull()
  expect(why({ status: 'active' }, draft)).toBeNull()
  expect(why({ status: 'ended' }, draft)).toBe('COUPON_STATUS_UNFIT')
  const past = { kind: 'dates' as const, from: '2026-11-01T00:00:00.000Z', until: now.toISOString() }
  expect(why({ status: 'active' }, { ...draft, validity: past })).toBe('COUPON_VALIDITY_OVER')
  expect(why({ validity: past }, draft)).toBe('COUPON_VALIDITY_OVER')
  expect(why({ name: '另一个' }, { ...draft, validity: past })).toBeNull()
  expect(why({ status: 'active', validity: { kind: 'days', days: 7 } }, { ...draft, validity: past })).toBeNull()
})

it('what has ended stays as it is', () => {
  expect(why({ name: '另一个' }, { status: 'ended' })).toBe('COUPON_STATUS_UNFIT')
  expect(why({ status: 'active' }, { status: 'ended' })).toBe('COUPON_STATUS_UNFIT')
})
