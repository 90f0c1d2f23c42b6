import { readFile } from 'node:fs/promises'
import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { UserCouponDto } from '@mozhou/contracts/coupons/answers'
import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { Page as ListPage } from '@mozhou/contracts/page'
import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import type { AppApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, test } from './browser/test.ts'

/** An operator's own browser, signed in to their app. */
async function enterAsOperator(browser: Browser): Promise<{ desk: Page; api: AppApi }> {
  const context = await browser.newContext({ baseURL: browserStack.adminUrl })
  const desk = await context.newPage()
  const { username, password } = demoAccount('operator')
  const api = appApi(desk.request, 'admin')
  await api.mutate('auth.login', { login: username, password })
  return { desk, api }
}

/** Active from the start, of a name that nothing else has. */
async function newCoupon(api: AppApi, terms: object = {}): Promise<CouponRowDto> {
  const draft = await api.mutate<CouponRowDto>('coupons.create', {
    name: `券 ${crypto.randomUUID().slice(0, 8)}`,
    kind: 'universal',
    discount: { kind: 'amount', amountFen: 500 },
    thresholdFen: 3_000,
    validity: { kind: 'days', days: 7 },
    totalLimit: 100,
    ...terms,
  })
  const { id: couponId, version } = draft
  return api.mutate<CouponRowDto>('coupons.update', { couponId, version, status: 'active' })
}

const coupons = async (api: AppApi, view: 'usable' | 'used') =>
  (await api.query<ListPage<UserCouponDto>>('coupons.mine', { view })).items

test(
  'a coupon is claimed, chosen at the order by itself, and used with the payment',
  { tag: '@phone' },
  async ({ page, creator, browser }) => {
    const { api } = await enterAsOperator(browser)
    const { name } = await newCoupon(api)
    await page.goto('/coupons?part=claimable')
    await page.getByRole('button', { name: `领取 ${name}` }).click()
    await expect(page.getByText(`已领到：${name}`)).toBeVisible()
    await expect(page.getByRole('button', { name: `领取 ${name}` })).toBeDisabled()
    await page.getByRole('tab', { name: '未使用' }).click()
    await expect(page.getByRole('tabpanel')).toContainText(name)

    await page.getByRole('tabpanel').getByRole('link', { name: '去使用' }).click()
    await expect(page.getByRole('radio', { name: new RegExp(name) })).toBeChecked()
    await expect(page.getByText('应付 ¥25.00')).toBeVisible()
    await page.getByRole('spinbutton', { name: '其他金额' }).fill('10')
    await page.getByText('另有 1 张这次不能用').click()
    await expect(page.getByText('满 30.00 元才能用这张优惠券')).toBeVisible()
    await page.getByRole('button', { name: '¥30.00' }).click()
    await expectAccessible(page, [{ name: 'recharge with a coupon', open: () => Promise.resolve() }])
    await page.getByRole('button', { name: '充值 ¥25.00 · 得 300 积分' }).click()
    await expect(page.getByText(`−¥5.00 · ${name}`)).toBeVisible()
    expect(await coupons(creator.api, 'usable')).toMatchObject([{ name, status: 'held' }])

    const [order] = (await creator.api.query<ListPage<OrderDto>>('orders.recharges', {})).items
    // The same code as the page shows, whichever of the two was quicker to ask for it.
    await creator.api.mutate('orders.pay', { orderId: order?.id, channel: 'alipay' })
    const paid = await fetch(`${browserStack.sandboxUrl}/payments/alipay/__ctl/merchants/default/pay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trade: order?.orderNo }),
    })
    expect(await paid.json()).toMatchObject({ end: 'paid' })
    await expect(page.getByRole('status').filter({ hasText: '付款成功' })).toContainText('300 积分已经到账')
    await page.goto('/coupons?part=used')
    await expect(page.getByRole('tabpanel')).toContainText('已减 ¥5.00')
  },
)

test('a membership that a coupon pays whole is there without a payment', async ({ page, creator, browser }) => {
  const { api } = await enterAsOperator(browser)
  const whole = {
    discount: { kind: 'percent', rateBp: 10_000, capFen: 1_000_000 },
    kind: 'membership',
    thresholdFen: 0,
  }
  const { id: couponId, name } = await newCoupon(api, { ...whole, isClaimable: false })
  const people = [creator.user.username]
  await api.mutate('coupons.issue', { couponId, people, note: 'e2e 补偿', requestKey: crypto.randomUUID() })
  await page.goto('/membership')
  await page.getByRole('button', { name: /^开通/ }).first().click()
  const dialog = page.getByRole('dialog', { name: /^开通/ })
  await expect(dialog.getByRole('radio', { name: new RegExp(name) })).toBeChecked()
  await dialog.getByRole('button', { name: '确认下单 · ¥0.00' }).click()
  await expect(page.getByRole('status').filter({ hasText: '付款成功' })).toContainText('会员有效期至')
  await expect(page.getByText('无需付款')).toBeVisible()
  expect(await coupons(creator.api, 'used')).toMatchObject([{ name }])
})

test('an operator drafts a coupon, activates it, issues it by name and voids it', async ({ creator, browser }) => {
  const { desk } = await enterAsOperator(browser)
  const name = `运营券 ${creator.user.username}`
  await desk.goto('/coupons')
  await desk.getByRole('button', { name: '新建优惠券' }).click()
  const form = desk.getByRole('dialog', { name: '新建优惠券' })
  await form.getByRole('textbox', { name: '名称' }).fill(name)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByRole('alert').first()).toContainText('减多少')
  await form.getByRole('textbox', { name: '减多少（元）' }).fill('8.88')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()

  await desk.getByRole('searchbox').fill(name)
  await desk.getByRole('button', { name: `查看 ${name}` }).click()
  const drawer = desk.getByRole('dialog', { name: '优惠券', exact: true })
  await expect(drawer).toContainText('草稿')
  await drawer.getByRole('button', { name: '启用' }).click()
  await desk
    .getByRole('dialog', { name: `启用 · ${name}` })
    .getByRole('button', { name: '启用' })
    .click()
  await expect(drawer).toContainText('发放中')
  await drawer.getByRole('button', { name: '发放给指定的人' }).click()
  const issue = desk.getByRole('dialog', { name: `发放给指定的人 · ${name}` })
  await issue.getByRole('textbox', { name: '发给谁' }).fill(`${creator.user.username}\nnobody-of-this-name`)
  await issue.getByRole('textbox', { name: '原因' }).fill('补偿')
  await issue.getByRole('button', { name: '发放' }).click()
  await expect(issue).toContainText('nobody-of-this-name · 没有这个人')
  await issue.getByRole('button', { name: '取消' }).click()
  const saving = desk.waitForEvent('download')
  await drawer.getByRole('button', { name: '下载结果' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^mozhou-coupon-issue-.*\.csv$/)
  const [head = '', line = ''] = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(head.startsWith('\uFEFF用户编号,用户名,结果')).toBe(true)
  expect(line).toContain(`,${creator.user.username},已发放,,${name},`)
  expect(await coupons(creator.api, 'usable')).toMatchObject([{ name, source: 'hand' }])

  await drawer.getByRole('link', { name: '看已发出的券' }).click()
  const row = desk.getByRole('table').getByRole('row').filter({ hasText: creator.user.username })
  await expect(row).toContainText('指定发放')
  await row.getByRole('button', { name: `作废 ${creator.user.username} 的券` }).click()
  const voiding = desk.getByRole('dialog', { name: new RegExp('^作废') })
  await voiding.getByRole('textbox', { name: '原因' }).fill('发错了人')
  await voiding.getByRole('button', { name: '作废' }).click()
  await expect(row).toContainText('已作废')
  expect(await coupons(creator.api, 'usable')).toEqual([])
})
