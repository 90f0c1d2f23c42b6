import type { BalanceDto } from '@mozhou/contracts/credits/answers'
import type { MembershipDto } from '@mozhou/contracts/memberships/answers'
import type { Page } from '@playwright/test'
import { adjustCredits } from './browser/operator.ts'
import { fillForm, openStudio } from './browser/studio.ts'
import { expect, test } from './browser/test.ts'
import type { Creator } from './browser/test.ts'

const creditsOf = async ({ api }: Creator) => (await api.query<BalanceDto>('credits.balance')).credits

/** Pays on the phone that the sandbox plays, which opens beside the shop. */
async function payOnPhone(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: '用沙盒里的手机付款' }).click()
  const phone = await opened
  await phone.getByRole('button', { name: '确认付款' }).click()
  await expect(phone.getByText('付款成功')).toBeVisible()
  await phone.close()
}

for (const channel of ['支付宝', '微信支付'])
  test(`credits are paid with ${channel}, and there once`, async ({ page, creator }) => {
    await page.goto('/credits')
    await page.getByRole('link', { name: '充值' }).click()
    await page.getByRole('button', { name: '¥50.00' }).click()
    await page.getByRole('button', { name: '充值 ¥50.00 · 得 500 积分' }).click()
    await page.getByText(channel, { exact: true }).click()
    await expect(page.getByRole('img', { name: `${channel}付款码` })).toBeVisible()
    await payOnPhone(page)
    await expect(page.getByRole('status').filter({ hasText: '付款成功' })).toContainText('500 积分已经到账')
    expect(await creditsOf(creator)).toBe(550)
    await expect(page.getByRole('link', { name: /550/ })).toBeVisible()
    await page.goto('/orders')
    await expect(page.getByRole('row').filter({ hasText: '充值 500 积分' })).toContainText('已完成')
  })

test('a membership begins with its payment, and the next follows it', async ({ page, creator }) => {
  const buy = async (name: RegExp) => {
    await page.goto('/membership')
    await page.getByRole('button', { name }).nth(1).click()
    await payOnPhone(page)
    await expect(page.getByRole('status').filter({ hasText: '付款成功' })).toContainText('会员有效期至')
    return (await creator.api.query<MembershipDto>('memberships.status')).endsAt ?? ''
  }
  const first = await buy(/^开通/)
  await expect(page.getByText('24 小时内最多 500 次生成，同时 5 篇')).toBeVisible()
  await page.goto('/membership')
  await expect(page.getByRole('heading', { name: '我的权益' })).toBeVisible()
  await expect(page.getByText(/^公平使用上限：24 小时内 500 次生成/)).toBeVisible()
  const second = await buy(/^续费/)
  const monthsApart = new Date(second).getMonth() - new Date(first).getMonth()
  expect((monthsApart + 12) % 12).toBe(3)
  await page.goto('/credits')
  await expect(page.getByText('有效期至')).toBeVisible()
})

test('an order that was cancelled can no longer be paid, and costs nothing', async ({ page, creator }) => {
  await page.goto('/recharge')
  await page.getByRole('button', { name: /^充值 ¥30/ }).click()
  await page.getByRole('button', { name: '取消订单' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取消订单' }).click()
  await expect(page.getByText('订单已关闭')).toBeVisible()
  expect(await creditsOf(creator)).toBe(50)
})

test('who lacks credits recharges and comes back to the same form', async ({ page, creator }) => {
  await adjustCredits(creator.user.id, -45)
  await openStudio(page)
  await fillForm(page, {})
  const topic = await page.getByRole('textbox', { name: '文章主题' }).inputValue()
  await page.getByRole('link', { name: '去充值' }).click()
  await page.getByRole('spinbutton', { name: '其他金额' }).fill('10')
  await page.getByRole('button', { name: '充值 ¥10.00 · 得 100 积分' }).click()
  await payOnPhone(page)
  await page.getByRole('link', { name: '回到刚才的地方' }).click()
  await expect(page.getByRole('textbox', { name: '文章主题' })).toHaveValue(topic)
  expect(await creditsOf(creator)).toBe(105)
})

test(
  'on a phone the way leads through the channel’s own page and back',
  { tag: '@phone-only' },
  async ({ page, creator }) => {
    await page.goto('/recharge')
    await page.getByRole('button', { name: /^充值 ¥30/ }).click()
    await page.getByRole('link', { name: '打开支付宝付款' }).click()
    await page.getByRole('button', { name: '确认付款' }).click()
    await page.getByRole('link', { name: '返回商家' }).click()
    await expect(page.getByRole('status').filter({ hasText: '付款成功' })).toContainText('300 积分已经到账')
    expect(await creditsOf(creator)).toBe(350)
  },
)
