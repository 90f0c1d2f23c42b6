import type { CartCouponsDto } from '@mozhou/contracts/coupons/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { CouponChoice } from './coupon-choice.tsx'

afterEach(cleanup)

const coupon: CartCouponsDto['coupons'][number]['coupon'] = {
  id: 'ucp_018f00000000700080000000000000aa',
  couponId: 'cpn_018f00000000700080000000000000aa',
  name: '一人三张',
  description: '',
  kind: 'recharge',
  discount: { kind: 'amount', amountFen: 500 },
  thresholdFen: 0,
  status: 'unused',
  source: 'claimed',
  validFrom: '2026-11-30T16:00:00.000Z',
  validUntil: '2027-11-30T16:00:00.000Z',
  createdAt: '2026-11-30T16:00:00.000Z',
  usedAt: null,
  order: null,
}

async function sumOf(restFen: number) {
  const data: CartCouponsDto = {
    listFen: 5_000,
    restFen,
    bestId: coupon.id,
    coupons: [{ coupon, discountFen: 500, refusal: null }],
  }
  const choice = {
    data: () => data,
    error: () => null,
    chosenId: () => coupon.id,
    discountFen: () => 500,
    payableFen: () => restFen - 500,
    choose: () => {},
  }
  await showInApp(() => <CouponChoice choice={choice} />)
  return screen.getByText(/^应付/).parentElement?.textContent
}

it('lists all that is taken off the price, so that the sum is right', async () => {
  expect(await sumOf(5_000)).toBe('原价 ¥50.00 · 优惠券 减 ¥5.00应付 ¥45.00')
  cleanup()
  expect(await sumOf(4_500)).toBe('原价 ¥50.00 · 活动 减 ¥5.00 · 优惠券 减 ¥5.00应付 ¥40.00')
})
