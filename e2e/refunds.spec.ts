import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import type { OrderDto, PaymentStartDto } from '@mozhou/contracts/orders/answers'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { adjustCredits } from './browser/operator.ts'
import { expect, test } from './browser/test.ts'
import type { Creator } from './browser/test.ts'

const creditsOf = async ({ api }: Creator) => (await api.query<BalanceDto>('credits.balance')).credits

/** 50 yuan, paid with the code on a screen, which a phone has not; the page is that of the order. */
async function recharge(page: Page, { api }: Creator): Promise<void> {
  const asked = { amountFen: 5_000, requestKey: crypto.randomUUID() }
  const { id: orderId } = await api.mutate<OrderDto>('orders.recharge', asked)
  const { playUrl } = await api.mutate<PaymentStartDto>('orders.pay', { orderId, channel: 'alipay', way: 'qr' })
  await page.goto(playUrl ?? '')
  await page.getByRole('button', { name: '确认付款' }).click()
  await expect(page.getByText('付款成功')).toBeVisible()
  await page.goto(`/orders/${orderId}`)
  await expect(page.getByRole('status').filter({ hasText: '付款成功' })).toBeVisible()
}

async function askForRefund(page: Page, amount: string): Promise<void> {
  await page.getByRole('button', { name: '申请退款' }).click()
  const dialog = page.getByRole('dialog', { name: '申请退款' })
  await expect(dialog.getByRole('definition').filter({ hasText: amount }).last()).toBeVisible()
  await dialog.getByRole('button', { name: `确认退款 ${amount}` }).click()
  await expect(dialog).toBeHidden()
}

test('what was not used comes back at once, and its credits go', { tag: '@phone' }, async ({ page, creator }) => {
  await recharge(page, creator)
  expect(await creditsOf(creator)).toBe(550)
  await askForRefund(page, '¥50.00')
  await expect(page.getByRole('status').filter({ hasText: '已原路退回 ¥50.00' })).toBeVisible()
  await expect(page.getByText('已退款', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '申请退款' })).toBeHidden()
  expect(await creditsOf(creator)).toBe(50)
})

test('what was used in part waits for finance, who let it go', async ({ page, creator, browser }) => {
  await recharge(page, creator)
  // The gift of 50, and 50 of what was paid for.
  await adjustCredits(creator.user.id, -100)
  await askForRefund(page, '¥45.00')
  await expect(page.getByRole('status').filter({ hasText: '退款申请已提交：¥45.00' })).toBeVisible()
  expect(await creditsOf(creator)).toBe(450)

  const finance = await browser.newContext({ baseURL: browserStack.adminUrl })
  const desk = await finance.newPage()
  const { username, password } = demoAccount('finance')
  await appApi(desk.request, 'admin').mutate('auth.login', { login: username, password })
  await desk.goto('/money-refunds?queue=waiting')
  const row = desk
    .getByRole('table')
    .getByRole('row')
    .filter({ hasText: `@${creator.user.username}` })
  await row.getByRole('button', { name: '查看' }).click()
  const drawer = desk.getByRole('dialog', { name: '退款 ¥45.00' })
  await drawer.getByRole('button', { name: '同意退款' }).click()
  await expect(drawer.getByRole('textbox', { name: '审核说明' })).toHaveAccessibleDescription(/.+/)
  await drawer.getByRole('textbox', { name: '审核说明' }).fill('用得不多，按约定退回')
  await drawer.getByRole('button', { name: '同意退款' }).click()
  await expect(desk.getByText('已同意，¥45.00 正在原路退回')).toBeVisible()
  await expect(drawer.getByRole('link', { name: '在 Temporal 里查看' })).toHaveAttribute('href', /refund%3A/)
  await finance.close()

  await page.bringToFront()
  await page.reload()
  const standing = page.getByRole('status').filter({ hasText: '已原路退回 ¥45.00' })
  await expect(standing).toContainText('用得不多，按约定退回')
  await expect(page.getByText('部分退款', { exact: true })).toBeVisible()
  expect(await creditsOf(creator)).toBe(0)
})
