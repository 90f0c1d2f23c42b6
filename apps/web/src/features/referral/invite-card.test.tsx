import type { MyCodeDto } from '@mozhou/contracts/referrals/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { InviteCard } from './invite-card.tsx'

afterEach(cleanup)

const offer: NonNullable<MyCodeDto['offer']> = {
  ratesBp: [1_000],
  welcomeCredits: 0,
  form: 'credits',
  coupon: null,
  window: 'first_order',
  windowCount: null,
  holdDays: 15,
}
const show = (changes: Partial<typeof offer>) =>
  showInApp(() => (
    <InviteCard
      invitation={{
        code: 'ABCDEFGH',
        link: 'http://web.test/register?ref=ABCDEFGH',
        offer: { ...offer, ...changes },
        campaign: null,
      }}
    />
  ))

it('says what a friend’s payment brings', async () => {
  await show({})
  expect(screen.getByText('朋友付款后，你得到实收金额的 10 %，以积分发放。')).toBeTruthy()
})

it('says of coupons which, from what share on, and what there is should it be gone', async () => {
  await show({
    form: 'coupon',
    coupon: { id: 'cpn_018f00000000700080000000000000aa', name: '老友券', credits: 50 },
  })
  expect(
    screen.getByText('朋友付款后，实收金额的 10 % 折成积分达到 50 积分的，你得到一张优惠券：老友券。'),
  ).toBeTruthy()
  expect(screen.getByText(/到时券已发完或停发的，由工作人员决定改发 50 积分或取消/)).toBeTruthy()
})
