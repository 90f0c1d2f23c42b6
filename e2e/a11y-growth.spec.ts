import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { Browser, Page } from '@playwright/test'
import { at, expectAccessible, expectLoaded } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import type { AppApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, signUp, test } from './browser/test.ts'

const both = { tag: '@phone' }
// The findings say where they are, and a recording of every look costs as much as the looking.
test.use({ trace: 'off' })

const dayMs = 86_400_000

/** An administrator's calls, apart from the page that is looked at. */
async function inOffice<T>(browser: Browser, work: (api: AppApi) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: browserStack.adminUrl })
  const { username, password } = demoAccount('admin')
  const api = appApi(context.request, 'admin')
  await api.mutate('auth.login', { login: username, password })
  return work(api).finally(() => context.close())
}

async function runningCheckIn(api: AppApi): Promise<CampaignRowDto> {
  const campaign = await api.mutate<CampaignRowDto>('campaigns.create', {
    name: `签到 ${crypto.randomUUID().slice(0, 8)}`,
    description: '每天签到领积分，连续签到更多。',
    startsAt: new Date(Date.now() - dayMs).toISOString(),
    endsAt: new Date(Date.now() + 30 * dayMs).toISOString(),
    budget: 100,
    rule: { kind: 'check_in', table: [1, 2, 3], after: 'stay', milestones: [{ days: 7, credits: 10 }], giftDays: 30 },
    limits: { perPerson: null, perPersonDay: null },
    audience: { kind: 'all' },
  })
  return api.mutate<CampaignRowDto>('campaigns.setStatus', { campaignId: campaign.id, status: 'running' })
}

async function activeCoupon(api: AppApi): Promise<CouponRowDto> {
  const { id: couponId, version } = await api.mutate<CouponRowDto>('coupons.create', {
    name: `券 ${crypto.randomUUID().slice(0, 8)}`,
    kind: 'universal',
    discount: { kind: 'percent', rateBp: 1_000, capFen: 2_000 },
    thresholdFen: 3_000,
    validity: { kind: 'days', days: 7 },
    totalLimit: 100,
  })
  return api.mutate<CouponRowDto>('coupons.update', { couponId, version, status: 'active' })
}

test('the creators’ campaigns, coupons and invitations', both, async ({ page, creator, browser }) => {
  const { campaign, coupon } = await inOffice(browser, async (api) => ({
    campaign: await runningCheckIn(api),
    coupon: await activeCoupon(api),
  }))
  const { code } = await creator.api.query<{ code: string }>('referrals.myCode')
  // Somebody was invited, so that lists are not empty.
  const friend = await browser.newContext()
  await signUp(friend.request, browserStack.webUrl, { referralCode: code })
  await friend.close()
  await expectAccessible(page, [
    at('campaigns', '/campaigns', '活动'),
    at('campaign', `/campaigns/${campaign.id}`, campaign.name),
    {
      name: 'campaign, checked in',
      open: async () => {
        await page.getByRole('button', { name: /^今日签到/ }).click()
        await expect(page.getByRole('button', { name: '今天已签到' })).toBeDisabled()
      },
    },
    at('coupons to claim', '/coupons?part=claimable', '券包'),
    {
      name: 'coupon claimed',
      open: async () => {
        await page.getByRole('button', { name: `领取 ${coupon.name}` }).click()
        await expect(page.getByRole('button', { name: `领取 ${coupon.name}` })).toBeDisabled()
      },
    },
    at('coupons in hand', '/coupons', '券包'),
    at('coupons that are over', '/coupons?part=over', '券包'),
    {
      name: 'invitations',
      open: async () => {
        await page.goto('/referral')
        await expect(page.getByRole('img', { name: `邀请码 ${code} 的海报` })).toBeVisible()
        await expectLoaded(page)
      },
    },
  ])
})

const inDialog = (page: Page) => page.getByRole('dialog').last()

test('the operators’ rooms of growth', both, async ({ page, browser }) => {
  const { campaign, coupon } = await inOffice(browser, async (api) => ({
    campaign: await runningCheckIn(api),
    coupon: await activeCoupon(api),
  }))
  const { username, password } = demoAccount('admin')
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
  const admin = (path: string) => `${browserStack.adminUrl}${path}`
  await expectAccessible(page, [
    at('campaigns', admin('/campaigns'), '活动'),
    {
      name: 'new campaign with mistakes',
      open: async () => {
        await page.goto(admin('/campaigns/new'))
        await page.getByRole('button', { name: '保存草稿' }).click()
        await expect(page.getByText(/请填写名称|名称至少/).first()).toBeVisible()
      },
    },
    at('results of a campaign', admin(`/campaigns/${campaign.id}`), campaign.name),
    {
      name: 'participants',
      open: async () => {
        await page.getByRole('tab', { name: '参与者' }).click()
        await expectLoaded(page)
      },
    },
    {
      name: 'rule of a campaign',
      open: async () => {
        await page.getByRole('tab', { name: '规则' }).click()
        await expect(page.getByRole('textbox', { name: '每天的积分' })).toBeVisible()
      },
    },
    at('coupons', admin('/coupons'), '优惠券'),
    {
      name: 'coupon',
      open: async () => {
        await page.goto(admin(`/coupons?coupon=${coupon.id}`))
        await expect(inDialog(page)).toContainText(coupon.name)
        await expectLoaded(page)
      },
    },
    {
      name: 'issue by name',
      open: async () => {
        await inDialog(page).getByRole('button', { name: '发放给指定的人' }).click()
        await expect(inDialog(page).getByRole('textbox', { name: '发给谁' })).toBeVisible()
      },
    },
    at('given coupons', admin('/coupons?view=given'), '优惠券'),
    at('referrals', admin('/referrals'), '推广统计'),
    at('rebates', admin('/rebates'), '返利'),
    at('rules of rebates', admin('/referral-rules'), '返利规则'),
    {
      name: 'proposal of coupons and a second level',
      open: async () => {
        await page.getByRole('button', { name: '提交新版本' }).click()
        await inDialog(page).getByText('开第二级', { exact: true }).click()
        await inDialog(page).getByText('优惠券', { exact: true }).click()
        await inDialog(page).getByRole('button', { name: '提交新版本' }).click()
        await expect(inDialog(page).getByText(/请填写发哪张优惠券/)).toBeVisible()
      },
    },
    at('withdrawals', admin('/withdrawals'), '提现'),
  ])
})
