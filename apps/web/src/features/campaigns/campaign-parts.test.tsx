import type { CampaignDto, CheckInsDto } from '@mozhou/contracts/campaigns/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { CampaignStatus } from './campaign-status.tsx'
import { CheckInCard } from './check-in-card.tsx'
import { OfferLine } from './offer-line.tsx'
import { checkInsOf } from './queries.ts'
import { useRuleWords } from './use-rule-words.ts'

afterEach(cleanup)

const id = 'act_018f00000000700080000000000000aa'
const campaign: CampaignDto = {
  id,
  kind: 'check_in',
  name: '冬日签到',
  description: '',
  status: 'running',
  startsAt: '2026-11-30T16:00:00.000Z',
  endsAt: '2027-11-30T16:00:00.000Z',
  unit: 'credits',
  rule: { kind: 'check_in', table: [1, 2], after: 'stay', milestones: [], giftDays: null },
  limits: { perPerson: null, perPersonDay: null },
  audience: { kind: 'all' },
  coupon: null,
  mine: { refusal: null, times: 1, timesToday: 0, received: 1 },
}
const checkIns: CheckInsDto = {
  today: '2026-12-02',
  isCheckedIn: false,
  streak: 1,
  from: '2026-12-01',
  to: '2026-12-31',
  days: [{ day: '2026-12-01', streak: 1, credits: 1, milestone: 0 }],
  next: { day: '2026-12-02', credits: 2, milestone: 20 },
}
const show = (shown: CheckInsDto, mine: Partial<CampaignDto['mine']> = {}) =>
  showInApp(
    () => <CheckInCard campaign={{ ...campaign, mine: { ...campaign.mine, ...mine } }} />,
    quietClient([[checkInsOf(id, null).queryKey, shown]]),
  )

it('says what today gives, and which days of the month were checked in', async () => {
  await show(checkIns)
  expect(screen.getByText('已连续签到 1 天')).toBeTruthy()
  expect(screen.getByRole('button', { name: '今日签到 · 22 积分' })).toHaveProperty('disabled', false)
  expect(screen.getByText('这次签到另得 20 积分')).toBeTruthy()
  expect(screen.getByRole('listitem', { name: '2026-12-01 已签到，得 1 积分' })).toBeTruthy()
  const today = screen.getByRole('listitem', { name: '2026-12-02 没有签到' })
  expect(today.getAttribute('aria-current')).toBe('date')
  expect(screen.getByRole('button', { name: '下个月' })).toHaveProperty('disabled', true)
})

it('says that today is done and what tomorrow gives, and no refusal for it', async () => {
  await show({ ...checkIns, isCheckedIn: true, streak: 2 }, { refusal: 'CAMPAIGN_LIMIT_DAY' })
  expect(screen.getByRole('button', { name: '今天已签到' })).toHaveProperty('disabled', true)
  expect(screen.getByText('明天签到得 22 积分')).toBeTruthy()
  expect(screen.queryByText('今天已经参加过了，明天再来。')).toBeNull()
})

it('says why nobody can check in', async () => {
  await show(checkIns, { refusal: 'CAMPAIGN_PAUSED' })
  expect(screen.getByText('活动暂停中，恢复后可以再来。')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^今日签到/ })).toHaveProperty('disabled', true)
})

it('says of one that runs when its coupon is given to nobody', async () => {
  const mine = (refusal: CampaignDto['mine']['refusal']) => ({ ...campaign, mine: { ...campaign.mine, refusal } })
  const { container } = await showInApp(() => (
    <>
      <CampaignStatus campaign={mine('COUPON_SOLD_OUT')} />
      <CampaignStatus campaign={mine('COUPON_NOT_CLAIMABLE')} />
      <CampaignStatus campaign={mine('COUPON_LIMIT_REACHED')} />
    </>
  ))
  expect(container.textContent).toBe('已发完暂停发放进行中')
})

it('says before an order what it gets: money off and what is left to pay, or credits on top', async () => {
  const offer = { campaignId: id, name: '充值立减', discountFen: 1_000, bonusCredits: 0 }
  await showInApp(() => <OfferLine offer={offer} restFen={9_000} />)
  expect(screen.getByText('充值立减：立减 ¥10.00，实付 ¥90.00')).toBeTruthy()
  cleanup()
  await showInApp(() => <OfferLine offer={offer} restFen={null} />)
  expect(screen.getByText('充值立减：立减 ¥10.00')).toBeTruthy()
  cleanup()
  await showInApp(() => <OfferLine offer={{ ...offer, discountFen: 0, bonusCredits: 200 }} restFen={10_000} />)
  expect(screen.getByText('充值立减：付款后另送 200 积分')).toBeTruthy()
})

it('names every tier of an offer in its line', async () => {
  const rule: CampaignDto['rule'] = {
    kind: 'recharge_offer',
    reward: 'amount_off',
    tiers: [
      { fromFen: 10_000, amount: 1_500 },
      { fromFen: 5_000, amount: 500 },
    ],
  }
  const Line = () => <p>{useRuleWords().gives({ ...campaign, rule })}</p>
  const { container } = await showInApp(() => <Line />)
  expect(container.textContent).toBe('单次充值满 ¥50.00，立减 ¥5.00；单次充值满 ¥100.00，立减 ¥15.00')
})

async function linesOf(changes: Pick<CampaignDto, 'rule' | 'audience' | 'coupon'>): Promise<string[]> {
  const Lines = () => (
    <p>
      {useRuleWords()
        .lines({ ...campaign, ...changes })
        .join('|')}
    </p>
  )
  const { container } = await showInApp(() => <Lines />)
  return container.textContent.split('|')
}

it('says what a coupon that a campaign gives is worth, and for how long', async () => {
  const coupon: CampaignDto['coupon'] = {
    id: 'cpn_018f00000000700080000000000000aa',
    name: '立减五元',
    description: '',
    kind: 'recharge',
    discount: { kind: 'amount', amountFen: 500 },
    thresholdFen: 0,
    validity: { kind: 'days', days: 7 },
  }
  const rule = { kind: 'coupon' as const, couponId: coupon.id, at: 'claim' as const }
  const lines = await linesOf({ rule, coupon, audience: { kind: 'segment' } })
  expect(lines).toEqual(['面向部分用户', '领取优惠券：立减五元 减 ¥5.00', '无门槛 · 充值可用', '领取后 7 天内有效'])
})

it('says what invitations give more, and what becomes of those that the budget does not bear', async () => {
  const rule = { kind: 'referral' as const, form: 'credits' as const, rateBp: 1_250, welcomeCredits: 30 }
  const lines = await linesOf({ rule, coupon: null, audience: { kind: 'all' } })
  expect(lines.slice(1, 3)).toEqual([
    '活动期间，朋友付款后你得到实收金额的 12.5 %，以积分发放',
    '活动期间，被邀请的人首次付款后得到 30 积分',
  ])
  expect(lines.at(-1)).toContain('这一笔按平时的规则')
})

it('names the last day of a coupon that ends at the midnight after it', async () => {
  const coupon: CampaignDto['coupon'] = {
    id: 'cpn_018f00000000700080000000000000aa',
    name: '立减五元',
    description: '',
    kind: 'recharge',
    discount: { kind: 'amount', amountFen: 500 },
    thresholdFen: 0,
    validity: { kind: 'dates', from: '2026-12-17T16:00:00.000Z', until: '2026-12-18T16:00:00.000Z' },
  }
  const rule = { kind: 'coupon' as const, couponId: coupon.id, at: 'claim' as const }
  const lines = await linesOf({ rule, coupon, audience: { kind: 'all' } })
  expect(lines.at(-1)).toContain('2026年12月18日 至 2026年12月18日')
})
