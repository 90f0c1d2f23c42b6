import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, signUp, test } from './browser/test.ts'

const day = (plusDays: number) => new Date(Date.now() + plusDays * 86_400_000).toISOString().slice(0, 10)

test('an operator makes a check-in and starts it, and a creator checks in once a day', async ({ browser }) => {
  const office = await browser.newContext({ baseURL: browserStack.adminUrl })
  const desk = await office.newPage()
  const { username, password } = demoAccount('operator')
  await appApi(desk.request, 'admin').mutate('auth.login', { login: username, password })
  await desk.goto('/campaigns')
  await desk.getByRole('link', { name: '新建活动' }).click()
  const name = `冬日签到 ${Date.now()}`
  await desk.getByRole('textbox', { name: '名称' }).fill(name)
  await desk.getByLabel('开始日期').fill(day(-1))
  await desk.getByLabel('结束日期（含当天）').fill(day(30))
  await desk.getByRole('textbox', { name: '有效天数' }).fill('3')
  await desk.getByRole('textbox', { name: '预算' }).fill('很多')
  await desk.getByRole('button', { name: '保存草稿' }).click()
  // Said at its box, and nothing is made.
  await expect(desk.getByText(/预算要填/)).toBeVisible()
  await desk.getByRole('textbox', { name: '预算' }).fill('1000')
  await desk.getByRole('button', { name: '保存草稿' }).click()
  await expect(desk.getByText(/不能小于 7/)).toBeVisible()
  await desk.getByRole('textbox', { name: '有效天数' }).fill('30')
  await desk.getByRole('button', { name: '试算' }).click()
  await expect(desk.getByText('预算够用')).toBeVisible()
  await desk.getByRole('button', { name: '保存草稿' }).click()
  await expect(desk.getByRole('heading', { level: 1, name })).toBeVisible()
  await desk.getByRole('button', { name: '开始' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '开始' }).click()
  await expect(desk.getByText('进行中', { exact: true })).toBeVisible()

  const visitor = await browser.newContext({ baseURL: browserStack.webUrl })
  const page = await visitor.newPage()
  const creator = await signUp(page.request)
  await page.goto('/campaigns')
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: '今日签到 · 1 积分' }).click()
  await expect(page.getByText('签到成功，连续 1 天，1 积分已到账')).toBeVisible()
  await expect(page.getByRole('button', { name: '今天已签到' })).toBeDisabled()
  await expect(page.getByText('已连续签到 1 天')).toBeVisible()
  await expect(page.getByText('明天签到得 2 积分')).toBeVisible()
  await page.goto('/credits')
  await expect(page.getByRole('table').getByText(name)).toBeVisible()

  await desk.reload()
  await desk.getByRole('tab', { name: '参与者' }).click()
  await expect(desk.getByRole('table').getByText(`@${creator.user.username}`)).toBeVisible()
  await desk.getByRole('tab', { name: '规则' }).click()
  await desk.getByRole('textbox', { name: '每天的积分' }).fill('2, 4')
  await desk.getByRole('button', { name: '保存修改' }).click()
  await expect(desk.getByText('规则第 2 版')).toBeVisible()
  await desk.getByRole('button', { name: '结束' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '结束' }).click()
  await expect(desk.getByText('已结束 · 手动结束')).toBeVisible()
  await page.goto('/campaigns')
  const row = page.getByRole('table').getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('已结束')
  for (const context of [office, visitor]) await context.close()
})

test(
  'a coupon of a campaign for some people is claimed by who is meant, and lies among their coupons',
  { tag: ['@phone'] },
  async ({ browser, page }) => {
    const creator = await signUp(page.request)
    const office = await browser.newContext({ baseURL: browserStack.adminUrl })
    const api = appApi((await office.newPage()).request, 'admin')
    const { username, password } = demoAccount('operator')
    await api.mutate('auth.login', { login: username, password })
    const name = `活动券 ${crypto.randomUUID().slice(0, 8)}`
    const terms = {
      kind: 'universal',
      discount: { kind: 'amount', amountFen: 500 },
      validity: { kind: 'days', days: 7 },
    }
    const coupon = await api.mutate<{ id: string; version: number }>('coupons.create', {
      name,
      ...terms,
      totalLimit: 5,
    })
    await api.mutate('coupons.update', { couponId: coupon.id, version: coupon.version, status: 'active' })
    const search = { search: creator.user.username }
    const filters = await api.mutate<{ id: string; name: string }[]>('savedFilters.save', {
      table: 'users',
      name,
      search,
    })
    const campaign = await api.mutate<{ id: string }>('campaigns.create', {
      name,
      description: '',
      startsAt: new Date(Date.now() - 86_400_000).toISOString(),
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
      budget: 3,
      rule: { kind: 'coupon', couponId: coupon.id, at: 'claim' },
      limits: { perPerson: 1, perPersonDay: null },
      audience: { kind: 'segment', filterId: filters.find((filter) => filter.name === name)?.id },
    })
    await api.mutate('campaigns.setStatus', { campaignId: campaign.id, status: 'running' })
    await page.goto('/campaigns')
    await page.getByRole('link', { name }).click()
    await expect(page.getByText('面向部分用户')).toBeVisible()
    await page.getByRole('button', { name: '领取优惠券' }).click()
    await expect(page.getByText('优惠券已放进券包')).toBeVisible()
    await expect(page.getByText('共得 1 张券')).toBeVisible()
    await expect(page.getByRole('button', { name: '领取优惠券' })).toBeDisabled()
    await page.getByRole('link', { name: '看券包' }).click()
    await expect(page.getByRole('tabpanel')).toContainText(name)
    await office.close()
  },
)

test('the page of campaigns opens, also on a phone', { tag: ['@phone'] }, async ({ page }) => {
  await signUp(page.request)
  await page.goto('/campaigns')
  await expect(page.getByRole('heading', { level: 1, name: '活动' })).toBeVisible()
})
