import type { OrderDto, PaymentStartDto } from '@mozhou/contracts/orders/answers'
import type { MyCodeDto } from '@mozhou/contracts/referrals/answers'
import type { Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount, patience } from './browser/env.ts'
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

test(
  'a second level is asked for with words on the law, at their box, and not approved by who asks',
  { tag: '@phone' },
  async ({ browser }) => {
    const office = await browser.newContext({ baseURL: browserStack.adminUrl })
    const desk = await office.newPage()
    const { username, password } = demoAccount('operator')
    await appApi(desk.request, 'admin').mutate('auth.login', { login: username, password })
    await desk.goto('/referral-rules')
    await desk.getByRole('button', { name: '提交新版本' }).click()
    const form = desk.getByRole('dialog', { name: '提交新版本' })
    const law = form.getByRole('textbox', { name: '法律依据' })
    await expect(form.getByRole('checkbox', { name: /^开第二级/ })).not.toBeChecked()
    await expect(law).toBeHidden()
    await form.getByText('开第二级', { exact: true }).click()
    await form.getByRole('spinbutton', { name: '二级比例' }).fill('3')
    await law.fill('可以开')
    const note = `第二级 ${crypto.randomUUID().slice(0, 8)}`
    await form.getByRole('textbox', { name: '说明' }).fill(note)
    await form.getByRole('button', { name: '提交新版本' }).click()
    await expect(law).toHaveAccessibleDescription(/法律依据至少 20 个字/)
    await law.fill('律师意见：两级均按真实销售计提，公开、免费，不以发展人数计酬。')
    await form.getByRole('button', { name: '提交新版本' }).click()
    await expect(form).toBeHidden()

    const row = desk.getByRole('row').or(desk.getByRole('listitem')).filter({ hasText: note }).first()
    await expect(row).toContainText('待审批')
    await row.getByRole('button', { name: /^审批第 \d+ 版$/ }).click()
    const decision = desk.getByRole('dialog', { name: /^审批第 \d+ 版$/ })
    await decision.getByRole('textbox', { name: '理由' }).fill('自己批自己')
    await decision.getByRole('button', { name: '批准' }).last().click()
    await expect(decision.getByRole('alert')).toContainText('要由另一个人审批')
    // Taken back, so that nobody approves it by mistake.
    await decision.getByText('驳回', { exact: true }).first().click()
    await decision.getByRole('button', { name: '驳回' }).last().click()
    await expect(row).toContainText('已驳回')
    await office.close()
  },
)
