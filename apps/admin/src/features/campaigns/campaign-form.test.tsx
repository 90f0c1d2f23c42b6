import { createCampaignInput } from '@mozhou/contracts/campaigns/admin-inputs'
import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { refusedRule } from '@mozhou/ui/wire/refusal-issues'
import { createForm } from '@mozhou/ui/forms/create-form'
import type { Form } from '@mozhou/ui/forms/create-form'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { savedFilters } from '../../tables/saved-filters-query.ts'
import { CampaignForm } from './campaign-form.tsx'
import { emptyValues, toInput } from './campaign-form-values.ts'
import type { CampaignValues } from './campaign-form-values.ts'
import { givableCoupons } from './queries.ts'

afterEach(cleanup)

function show(
  changes: Partial<CampaignValues>,
  segment: string | null = null,
  coupons: CouponRowDto[] = [],
): Form<CampaignValues> {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  client.setQueryData(givableCoupons().queryKey, coupons)
  client.setQueryData(savedFilters('users').queryKey, [{ id: 'flt_1', name: '老朋友', search: {} }])
  const form = createForm<CampaignValues>({
    initial: { ...emptyValues(), name: '活动', startsAt: '2026-12-01', endsAt: '2026-12-31', budget: '10', ...changes },
    toInput,
    schema: () => Promise.resolve(createCampaignInput),
  })
  render(() => (
    <I18nProvider>
      <QueryClientProvider client={client}>
        <CampaignForm form={form} isKindFixed={false} listed={null} segment={segment} />
      </QueryClientProvider>
    </I18nProvider>
  ))
  return form
}

const { rule, audience } = emptyValues()
const refused = (path: string, code: string, params = {}) => ({ path, rule: refusedRule, params: { ...params, code } })

it('says what the server refuses at the box that it is about', async () => {
  const form = show({ rule: { ...rule, kind: 'coupon' } })
  form.showIssues([
    refused('limits.perPerson', 'CAMPAIGN_LIMIT_MISSING'),
    refused('rule.couponId', 'CAMPAIGN_COUPON_UNFIT'),
  ])
  const wrong = (label: string | RegExp) => {
    const described = screen.getByLabelText(label).getAttribute('aria-describedby') ?? ''
    return described.split(' ').map((id) => document.querySelector(`[id="${id}"]`)?.textContent)
  }
  expect(wrong('每人最多次数')).toContain('请填每人最多领几次，没有保存。')
  expect(wrong(/^优惠券/)).toContain('没有这个优惠券，或它已经结束，没有保存。请换一个。')
})

it('asks of invitations for a rate or a welcome, and for a welcome of credits alone', async () => {
  const form = show({ rule: { ...rule, kind: 'referral', rate: '', welcome: '' } })
  expect(await form.check()).toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('推荐奖励')
  form.set('rule', { ...form.values().rule, rebateForm: 'cash', rate: '20' })
  expect(screen.queryByLabelText('新人奖励（积分）')).toBeNull()
  expect(await form.check()).not.toBeNull()
})

it('says that a saved filter is frozen, and which one is kept', () => {
  show({ audience: { ...audience, kind: 'segment' } }, '上次的')
  expect(screen.getByText(/条件在保存活动时定下来/)).toBeTruthy()
  expect(screen.getByLabelText('用户筛选').textContent).toContain('保留已定下的“上次的”')
})

it('warns of a budget above what is left of the coupon, and no more once it is not', async () => {
  const coupon: CouponRowDto = {
    id: 'cpn_018f00000000700080000000000000aa',
    name: '立减五元',
    description: '',
    kind: 'recharge',
    status: 'active',
    discount: { kind: 'amount', amountFen: 500 },
    thresholdFen: 0,
    validity: { kind: 'days', days: 7 },
    audience: { kind: 'all' },
    totalLimit: 50,
    perPersonLimit: 1,
    isClaimable: true,
    issued: 48,
    version: 1,
    createdAt: '2026-11-30T16:00:00.000Z',
    updatedAt: '2026-11-30T16:00:00.000Z',
  }
  const form = show({ budget: '3', rule: { ...rule, kind: 'coupon', couponId: coupon.id } }, null, [coupon])
  expect(await screen.findByText(/^这张券只剩 2 张/)).toBeTruthy()
  form.set('budget', '2')
  expect(screen.queryByText(/^这张券只剩 2 张/)).toBeNull()
})

it('names the box of the tiers when one of them is no tier', async () => {
  const form = show({ budget: '100', rule: { ...rule, kind: 'recharge_offer', tiers: '100 10 5' } })
  expect(await form.check()).toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('档位要填')
})
