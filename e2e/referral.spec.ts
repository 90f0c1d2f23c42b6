import type { OrderDto, PaymentStartDto } from '@mozhou/contracts/orders/answers'
import type { MyCodeDto } from '@mozhou/contracts/referrals/answers'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack, patience } from './browser/env.ts'
import { expect, newAccount, test } from './browser/test.ts'
import type { Creator } from './browser/test.ts'

const codeOf = async ({ api }: Creator) => (await api.query<MyCodeDto>('referrals.myCode')).code

/** 100 yuan from the sandbox's phone, in the browser that `page` is of. */
async function recharge(page: Page): Promise<void> {
  const api = appApi(page.request)
  const asked = { amountFen: 10_000, requestKey: crypto.randomUUID() }
  const { id: orderId } = await api.mutate<OrderDto>('orders.recharge', asked)
  const { playUrl } = await api.mutate<PaymentStartDto>('orders.pay', { orderId, channel: 'alipay', way: 'qr' })
  await page.goto(playUrl ?? '')
  await page.getByRole('button', { name: '确认付款' }).click()
  await expect(page.getByText('付款成功')).toBeVisible()
  // The channel tells by itself, a moment later.
  const status = async () => (await api.query<OrderDto>('orders.get', { orderId })).status
  await expect.poll(status, { timeout: patience(30_000) }).toBe('fulfilled')
}

test(
  'a friend opens the link, registers, pays, and the rebate waits for its day',
  { tag: '@phone' },
  async ({ page, creator, browser }) => {
    await page.goto('/referral')
    const code = await codeOf(creator)
    await expect(page.getByText(code, { exact: true })).toBeVisible()
    const poster = page.getByRole('img', { name: `邀请码 ${code} 的海报` })
    await expect(poster).toBeVisible()
    expect(await poster.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1_500)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存 PNG' }).click()
    expect((await download).suggestedFilename()).toBe(`mozhou-${code}.png`)

    const context = await browser.newContext({ baseURL: browserStack.webUrl })
    const friend = await context.newPage()
    await friend.goto(`/register?ref=${code.toLowerCase()}`)
    await expect(friend.getByRole('status').filter({ hasText: '朋友邀请你来' })).toBeVisible()
    await expect(friend.getByRole('textbox', { name: '邀请码' })).toHaveValue(code)
    const account = newAccount()
    await friend.getByRole('textbox', { name: '用户名' }).fill(account.username)
    await friend.getByRole('textbox', { name: '邮箱' }).fill(account.email)
    await friend.getByRole('textbox', { name: '密码' }).fill(account.password)
    await friend.getByRole('checkbox', { name: /我已阅读并同意/ }).check()
    await friend.getByRole('button', { name: '注册并开始创作' }).click()
    await expect(friend.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(friend).not.toHaveURL(/register/)
    await recharge(friend)
    await friend.goto(`/register?ref=${code}`)
    await expect(friend.getByRole('status').filter({ hasText: '你已经有账号了' })).toBeVisible()
    await context.close()

    await page.bringToFront()
    await page.reload()
    const history = page.getByRole('table', { name: '返利记录' }).or(page.getByRole('list', { name: '返利记录' }))
    await expect(page.getByText('100 积分').first()).toBeVisible()
    await expect(page.getByText('一级付款率 100 %')).toBeVisible()
    await expect(page.getByText(/最早 .+ 发放/)).toBeVisible()
    await expect(history.first()).toBeVisible()
    await expect(page.getByText(account.username, { exact: true })).toHaveCount(0)
  },
)
