import type { CampaignRowDto } from '@mozhou/contracts/campaigns/admin-answers'
import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { OrderDto, PaymentStartDto } from '@mozhou/contracts/orders/answers'
import type { MyCodeDto, ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import type { WithdrawalRulesDto } from '@mozhou/contracts/withdrawals/answers'
import { scheduleIds } from '@mozhou/workflows/ids'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { bindWechat } from './browser/bind-wechat.ts'
import { patience } from './browser/env.ts'
import { expect, newAccount, signUp, test } from './browser/test.ts'
import { createMovedClock } from './support/moved-clock.ts'
import { signInOfficer } from './support/officer.ts'
import { startStack } from './support/stack.ts'
import type { Stack } from './support/stack.ts'
import { startWebPreview } from './support/web-preview.ts'

const dayMs = 86_400_000
/** Of its own: its clock is moved by days, and its rebates are cash. */
const clock = createMovedClock()
let stack: Stack
let web: Awaited<ReturnType<typeof startWebPreview>>
test.describe.configure({ mode: 'serial', timeout: patience(300_000) })
test.beforeAll(async () => {
  test.setTimeout(patience(240_000))
  stack = await startStack({ sweepAfterMs: 2_000, env: { ...clock.env, REFERRAL_CASH: '1' } })
  web = await startWebPreview(stack.env)
  await openCashRebates()
})
test.afterAll(async () => {
  await web?.close()
  await stack?.close()
  clock.remove()
})

/** Cash by one person's proposal and another's approval, and withdrawals on by an administrator. */
async function openCashRebates(): Promise<void> {
  const operator = await signInOfficer(stack.http, 'operator')
  const finance = await signInOfficer(stack.http, 'finance')
  const admin = await signInOfficer(stack.http, 'admin')
  const terms = {
    ratesBp: [1_000],
    welcomeCredits: 20,
    form: 'cash',
    window: 'first_order',
    holdDays: 15,
    expireDays: 90,
    isReviewed: false,
    signupsPerDay: 20,
    refundShareBp: 5_000,
    note: '现金返利',
    inForceFrom: clock.now().toISOString(),
  }
  const [proposed] = await operator.mutate<ReferralRuleDto[]>('referrals.propose', terms)
  if (proposed?.status !== 'proposed') throw new Error('the newest version is not the one that was proposed')
  await finance.mutate('referrals.decideRule', { ruleId: proposed.id, isApproved: true, reason: '同意' })
  const { updatedAt: _at, ...rules } = await admin.query<WithdrawalRulesDto>('withdrawals.rules')
  await admin.mutate('withdrawals.saveRules', { ...rules, isOn: true })
}

const apiOf = (page: Page) => appApi(page.request, 'web', web.url)

/** So many fen from the phone that the sandbox plays, in the browser that `page` is of. */
async function payOnPhone(page: Page, orderId: string): Promise<void> {
  const api = apiOf(page)
  const { playUrl } = await api.mutate<PaymentStartDto>('orders.pay', { orderId, channel: 'alipay', way: 'qr' })
  const phone = await page.context().newPage()
  await phone.goto(playUrl ?? '')
  await phone.getByRole('button', { name: '确认付款' }).click()
  await expect(phone.getByText('付款成功')).toBeVisible()
  await phone.close()
  const status = async () => (await api.query<OrderDto>('orders.get', { orderId })).status
  await expect.poll(status, { timeout: patience(30_000) }).toBe('fulfilled')
}

async function registerByLink(friend: Page, code: string): Promise<void> {
  await friend.goto(`${web.url}/register?ref=${code}`)
  await expect(friend.getByRole('textbox', { name: '邀请码' })).toHaveValue(code)
  const account = newAccount()
  await friend.getByRole('textbox', { name: '用户名' }).fill(account.username)
  await friend.getByRole('textbox', { name: '邮箱' }).fill(account.email)
  await friend.getByRole('textbox', { name: '密码' }).fill(account.password)
  await friend.getByRole('checkbox', { name: /我已阅读并同意/ }).check()
  await friend.getByRole('button', { name: '注册并开始创作' }).click()
  await expect(friend).not.toHaveURL(/register/)
}

/** In WeChat, where the payee takes the money on their phone. Days after the sign-in, the password is asked for again. */
async function withdraw(page: Page, password: string): Promise<void> {
  await page.goto(`${web.url}/withdrawals`)
  await page.getByRole('button', { name: '填写收款信息' }).click()
  const dialog = page.getByRole('dialog', { name: '收款信息' })
  await bindWechat(page, dialog)
  await dialog.getByRole('textbox', { name: '真实姓名' }).fill('沈小曼')
  await dialog.getByRole('textbox', { name: '身份证号' }).fill('11010519491231002X')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('textbox', { name: '登录密码' })).toHaveAccessibleDescription(/请填写登录密码/)
  await dialog.getByRole('textbox', { name: '登录密码' }).fill(password)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('textbox', { name: '提现金额（元）' }).fill('10')
  await page.getByRole('button', { name: '提现 ¥10.00' }).click()
  const link = page.getByRole('link', { name: '用沙盒里的手机收款' })
  await expect(link).toBeVisible()
  const phone = await page.context().newPage()
  await phone.goto((await link.getAttribute('href')) ?? '')
  await phone.getByRole('button', { name: '确认收款' }).click()
  await expect(phone.getByText('已收款')).toBeVisible()
  await phone.close()
  await expect(page.getByText('已到账', { exact: true })).toBeVisible()
}

test(
  'somebody invites a friend, who registers and pays; the rebate is paid on its day, and taken out in cash',
  { tag: '@phone' },
  async ({ page, browser }) => {
    const { password } = await signUp(page.request, web.url)
    const { code, offer } = await apiOf(page).query<MyCodeDto>('referrals.myCode')
    expect(offer).toMatchObject({ form: 'cash', holdDays: 15 })
    await page.goto(`${web.url}/referral`)
    await expect(page.getByText('以现金发放')).toBeVisible()

    const context = await browser.newContext({ locale: 'zh-CN' })
    const friend = await context.newPage()
    await registerByLink(friend, code)
    const asked = { amountFen: 10_000, requestKey: crypto.randomUUID() }
    const { id: orderId } = await apiOf(friend).mutate<OrderDto>('orders.recharge', asked)
    await payOnPhone(friend, orderId)
    await context.close()

    await page.reload()
    await expect(page.getByText(/最早 .+ 发放/)).toBeVisible()
    const payDue = () => stack.temporalClient.schedule.getHandle(scheduleIds.rebates).trigger()
    const balance = page.getByText('¥10.00').first()
    await clock.advance(14 * dayMs)
    await payDue()
    await page.reload()
    await expect(page.getByText(/最早 .+ 发放/)).toBeVisible()
    await clock.advance(dayMs)
    await payDue()
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(/最早 .+ 发放/)).toBeHidden({ timeout: 2_000 })
      await expect(balance).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: patience(30_000) })
    await withdraw(page, password)
    await page.goto(`${web.url}/referral`)
    await expect(page.getByText('已发放').first()).toBeVisible()
  },
)

test('a coupon is claimed and used at the checkout', { tag: '@phone' }, async ({ page }) => {
  const operator = await signInOfficer(stack.http, 'operator')
  const name = `券 ${crypto.randomUUID().slice(0, 8)}`
  const { id: couponId, version } = await operator.mutate<CouponRowDto>('coupons.create', {
    name,
    kind: 'recharge',
    discount: { kind: 'amount', amountFen: 500 },
    thresholdFen: 3_000,
    validity: { kind: 'days', days: 7 },
    totalLimit: 10,
  })
  await operator.mutate('coupons.update', { couponId, version, status: 'active' })
  await signUp(page.request, web.url)
  await page.goto(`${web.url}/coupons?part=claimable`)
  await page.getByRole('button', { name: `领取 ${name}` }).click()
  await expect(page.getByText(`已领到：${name}`)).toBeVisible()
  await page.goto(`${web.url}/recharge`)
  await page.getByRole('button', { name: /^¥30\.00/ }).click()
  await expect(page.getByRole('radio', { name: new RegExp(name) })).toBeChecked()
  await page.getByRole('button', { name: '充值 ¥25.00 · 得 300 积分' }).click()
  await expect(page.getByText(`−¥5.00 · ${name}`)).toBeVisible()
  const orderId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await payOnPhone(page, orderId)
  await expect(page.getByRole('status').filter({ hasText: '付款成功' })).toContainText('300 积分已经到账')
  await page.goto(`${web.url}/coupons?part=used`)
  await expect(page.getByRole('tabpanel')).toContainText('已减 ¥5.00')
})

test(
  'days of a check-in are cut at midnight in Shanghai, by the server’s clock',
  { tag: '@phone' },
  async ({ page }) => {
    const name = `签到 ${crypto.randomUUID().slice(0, 8)}`
    const now = clock.now().getTime()
    // Signed in anew in every test: a token does not outlive what the clock is moved by.
    const operator = await signInOfficer(stack.http, 'operator')
    const { id: campaignId } = await operator.mutate<CampaignRowDto>('campaigns.create', {
      name,
      description: '',
      startsAt: new Date(now - dayMs).toISOString(),
      endsAt: new Date(now + 30 * dayMs).toISOString(),
      budget: 1_000,
      rule: { kind: 'check_in', table: [1, 2, 3], after: 'stay', milestones: [], giftDays: null },
      limits: { perPerson: null, perPersonDay: null },
      audience: { kind: 'all' },
    })
    await operator.mutate('campaigns.setStatus', { campaignId, status: 'running' })
    const toMidnight = dayMs - ((now + 8 * 3_600_000) % dayMs)
    const margin = patience(120_000)
    await clock.advance(toMidnight > margin ? toMidnight - margin : toMidnight + dayMs - margin)
    await signUp(page.request, web.url)
    await page.goto(`${web.url}/campaigns/${campaignId}`)
    await page.getByRole('button', { name: '今日签到 · 1 积分' }).click()
    await expect(page.getByText('签到成功，连续 1 天，1 积分已到账')).toBeVisible()
    await expect(page.getByRole('button', { name: '今天已签到' })).toBeDisabled()
    await clock.advance(margin)
    await page.reload()
    await page.getByRole('button', { name: '今日签到 · 2 积分' }).click()
    await expect(page.getByText('签到成功，连续 2 天，2 积分已到账')).toBeVisible()
    await expect(page.getByText('已连续签到 2 天')).toBeVisible()
  },
)
