import type { CouponDto } from '@mozhou/contracts/coupons/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { ClaimableList } from './claimable-list.tsx'
import { claimableCoupons } from './queries.ts'

afterEach(cleanup)

const coupon: CouponDto = {
  id: 'cpn_018f00000000700080000000000000aa',
  name: '立减五元',
  description: '',
  kind: 'universal',
  discount: { kind: 'amount', amountFen: 500 },
  thresholdFen: 0,
  status: 'active',
  validity: { kind: 'days', days: 7 },
  audience: { kind: 'all' },
  totalLimit: 10,
  left: 0,
  perPersonLimit: 1,
  owned: 0,
  refusal: null,
}
const show = (code: string, params = {}) =>
  showInApp(
    () => <ClaimableList />,
    quietClient([[claimableCoupons().queryKey, [{ ...coupon, refusal: { code, params } }]]]),
  )

it('says of what cannot be claimed how it stands, not that a claim failed', async () => {
  await show('COUPON_SOLD_OUT')
  expect(screen.getByText('已领完')).toBeTruthy()
  expect(screen.queryByText(/没有领到/)).toBeNull()
  cleanup()
  await show('COUPON_LIMIT_REACHED', { limit: 2 })
  expect(screen.getByText('每人限领 2 张，你已经领过了。')).toBeTruthy()
})
