import { expect, it } from 'vitest'
import { couponFilters, givenFilters, parseCouponSearch } from './coupon-search.ts'

it('keeps of an address what fits', () => {
  const raw = {
    status: 'active',
    kind: 'nothing',
    search: 2026,
    view: 'given',
    state: 'used',
    from: '2026-12-01',
    to: 'x',
  }
  expect(parseCouponSearch(raw)).toEqual({
    status: 'active',
    search: '2026',
    view: 'given',
    state: 'used',
    from: '2026-12-01',
  })
})

it('asks each list for what is its own', () => {
  const search = parseCouponSearch({
    status: 'active',
    search: '年末',
    coupon: 'cpn_1',
    state: 'held',
    to: '2026-12-31',
  })
  expect(couponFilters(search)).toEqual({ status: 'active', search: '年末' })
  expect(givenFilters(search)).toEqual({ couponId: 'cpn_1', status: 'held', search: '年末', to: '2026-12-31' })
})
