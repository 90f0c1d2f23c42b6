import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import type { BrowserAccount } from './browser/env.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, signUp, test } from './browser/test.ts'

test.use({ baseURL: browserStack.adminUrl })

async function enterAs(page: Page, account: BrowserAccount['account']): Promise<void> {
  const { username, password } = demoAccount(account)
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
}

/** The payer sends a fen too little, as their phone never would. */
async function payShort(orderNo: string): Promise<void> {
  const url = `${browserStack.sandboxUrl}/payments/alipay/__ctl/merchants/default/pay`
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ trade: orderNo, lessFen: 1 }),
  })
  expect(await response.json()).toMatchObject({ end: 'paid' })
}

test('money of another amount is found, read and settled by finance', async ({ page, context }) => {
  const { api } = await signUp(context.request)
  const order = await api.mutate<OrderDto>('orders.recharge', { amountFen: 1_000, requestKey: crypto.randomUUID() })
  await api.mutate('orders.pay', { orderId: order.id, channel: 'alipay' })
  await payShort(order.orderNo)
  await expect
    .poll(async () => (await api.query<OrderDto>('orders.get', { orderId: order.id })).abnormalReason)
    .toBe('amount_mismatch')
  await enterAs(page, 'finance')
  await page.goto('/orders?abnormal=any')
  await page.getByRole('searchbox', { name: '订单号、交易号、退款号、用户名或邮箱' }).fill(order.orderNo)
  const row = page.getByRole('table').getByRole('row').filter({ hasText: order.orderNo })
  await expect(row).toContainText('金额不符')
  await expect(page).toHaveURL(new RegExp(`abnormal=any.*search=.*${order.orderNo}`))
  await row.getByRole('button', { name: `查看 ${order.orderNo}` }).click()
  const drawer = page.getByRole('dialog', { name: '订单详情' })
  await expect(drawer).toContainText('¥9.99')
  await expect(drawer).toContainText('待决定')
  await drawer.getByText('已拒绝 · 金额不符').first().waitFor()
  await drawer.locator('summary').first().click()
  await expect(drawer.getByLabel('通知原文').first()).toContainText('buyer_id=***')
  await drawer.getByRole('button', { name: '处理' }).click()
  const dialog = page.getByRole('dialog', { name: '处理异常订单' })
  await dialog.getByText('按已付到账').click()
  await dialog.getByRole('button', { name: '处理' }).click()
  await expect(dialog.getByRole('alert')).toContainText('原因')
  await dialog.getByRole('textbox', { name: '原因' }).fill('工单 1024，少的一分由我们承担')
  await dialog.getByRole('button', { name: '处理' }).click()
  await expect(drawer).toContainText('金额不符 → 按已付到账')
  await expect(drawer).toContainText('已完成')
  expect((await api.query<BalanceDto>('credits.balance')).credits).toBe(150)
})

test('a past day is reconciled when finance asks, and what was paid was credited', async ({ page }) => {
  await enterAs(page, 'finance')
  await page.goto('/reconciliation')
  await expect(page.getByRole('status').filter({ hasText: '付了的都到账了' })).toBeVisible()
  await page.getByLabel('日期').fill('2026-02-03')
  await page.getByRole('button', { name: '立即对账' }).click()
  await expect(page.getByText('已开始核对 2026-02-03')).toBeVisible()
  const line = page.getByRole('table').getByRole('row').filter({ hasText: '2026-02-03支付宝交易账单' })
  await expect(async () => {
    await page.reload()
    await expect(line).toContainText('当天没有交易', { timeout: 1_000 })
  }).toPass()
  await line.getByRole('button', { name: '查看 2026-02-03 支付宝 交易账单' }).click()
  await expect(page.getByRole('dialog', { name: '当日对账' })).toContainText('没有差异')
})

test('automatic renewals are read by finance, their state in the address', async ({ page }) => {
  await enterAs(page, 'finance')
  await page.goto('/renewals?state=active&search=nobody-of-this-name')
  await expect(page.getByRole('heading', { level: 1, name: '自动续费' })).toBeVisible()
  await expect(page.getByText('没有自动续费', { exact: true })).toBeVisible()
  await expect(page.getByRole('combobox').filter({ hasText: '生效中' })).toBeVisible()
})

test('a plan is changed by an administrator, and only read by others', async ({ page }) => {
  await enterAs(page, 'finance')
  await page.goto('/plans')
  const row = page.getByRole('table').getByRole('row').filter({ hasText: '年度会员' })
  await expect(row).toContainText('¥88.00')
  await expect(page.getByRole('button', { name: '修改 年度会员' })).toHaveCount(0)
  await enterAs(page, 'admin')
  await page.reload()
  const rename = async (name: string) => {
    await page.getByRole('button', { name: '修改 年度会员' }).click()
    const dialog = page.getByRole('dialog', { name: '修改 年度会员' })
    await dialog.getByRole('textbox', { name: '价格（元）' }).fill('一百')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByRole('textbox', { name: '价格（元）' }).fill('88.00')
    await dialog.getByRole('textbox', { name: '英文名称' }).fill(name)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
  }
  await rename('A year')
  await rename('Yearly')
  await expect(row).toContainText('¥88.00')
  const keepBenefits = async (concurrency: string) => {
    await page.getByRole('button', { name: '修改 年度会员' }).click()
    const dialog = page.getByRole('dialog', { name: '修改 年度会员' })
    await expect(dialog).toContainText('只对之后的购买生效')
    await dialog.getByRole('spinbutton', { name: '同时生成篇数' }).fill(concurrency)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
    await expect(row).toContainText(`同时 ${concurrency} 篇`)
  }
  await keepBenefits('6')
  await keepBenefits('5')
})
