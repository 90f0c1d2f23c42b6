import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { ConversationDto } from '@mozhou/contracts/support/answers'
import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import type { BrowserAccount } from './browser/env.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, test } from './browser/test.ts'
import type { Creator } from './browser/test.ts'

/** An operator's own browser, signed in to their app. */
async function enterAs(browser: Browser, account: BrowserAccount['account']): Promise<Page> {
  const context = await browser.newContext({ baseURL: browserStack.adminUrl })
  const page = await context.newPage()
  const { username, password } = demoAccount(account)
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
  return page
}

const ask = ({ api }: Creator, subject: string) =>
  api.mutate<ConversationDto>('support.open', { subject, text: '请帮我看看', requestKey: crypto.randomUUID() })

test(
  'a question about an order is answered while its person looks on',
  { tag: '@phone' },
  async ({ page, creator, browser }) => {
    const order = await creator.api.mutate<OrderDto>('orders.recharge', {
      amountFen: 5_000,
      requestKey: crypto.randomUUID(),
    })
    const subject = `充值没到账 ${creator.user.username}`
    await page.goto(`/orders/${order.id}`)
    await page.getByRole('link', { name: '对这个订单有疑问？问客服' }).click()
    await expect(page.getByRole('combobox')).toContainText('充值 500 积分')
    await page.getByRole('button', { name: '发送' }).click()
    await expect(page.getByRole('alert').first()).toContainText('主题')
    await page.getByRole('textbox', { name: '主题' }).fill(subject)
    await page.getByRole('textbox', { name: '内容' }).fill('昨天充的 <b>50</b> 元')
    await page.getByRole('button', { name: '发送' }).click()
    await expect(page).toHaveURL(/\/support\/sup_/)
    const said = page.getByRole('log', { name: '对话内容' })
    await expect(said).toContainText('昨天充的 <b>50</b> 元')
    await expect(page.getByText('等客服回复')).toBeVisible()

    const desk = await enterAs(browser, 'finance')
    await desk.goto('/support?link=order')
    await desk.getByRole('searchbox').fill(creator.user.username)
    await expect(desk).toHaveURL(/link=order.*search=/)
    await desk.getByRole('button', { name: `打开 ${subject}` }).click()
    const drawer = desk.getByRole('dialog', { name: subject })
    await expect(drawer).toContainText(order.orderNo)
    await expect(drawer.getByRole('link', { name: '打开订单' })).toHaveAttribute('href', new RegExp(order.id))
    await drawer.getByRole('textbox', { name: '回复' }).fill('还没有收到付款，付款后会自动到账。')
    await drawer.getByRole('button', { name: '回复' }).click()
    await expect(drawer.getByRole('log')).toContainText('付款后会自动到账')

    // Nothing is pressed here: it comes by itself, and what is looked at is no news.
    await expect(said).toContainText('付款后会自动到账')
    await expect(page.getByText('已回复')).toBeVisible()
    await expect(page.getByRole('link', { name: '消息，没有未读' })).toBeVisible()
    await page.getByRole('textbox', { name: '接着说' }).fill('明白了')
    await page.getByRole('button', { name: '发送' }).click()
    await expect(drawer.getByRole('log')).toContainText('明白了')
    await page.getByRole('button', { name: '问题解决了，结束对话' }).click()
    await expect(page.getByRole('status').filter({ hasText: '对话已结束' })).toBeVisible()
    await expect(drawer).toContainText('已结束')
    await desk.context().close()
  },
)

test('one operator has a conversation, and another reads who', async ({ creator, browser }) => {
  const subject = `两个人接待 ${creator.user.username}`
  const { id } = await ask(creator, subject)
  const [first, second] = [await enterAs(browser, 'operator'), await enterAs(browser, 'admin')]
  for (const desk of [first, second]) await desk.goto(`/support?conversation=${id}`)
  await first.getByRole('button', { name: '接待', exact: true }).click()
  await expect(first.getByText('已由你接待')).toBeVisible()
  const notice = second.getByRole('dialog').getByRole('status').filter({ hasText: '正在接待' })
  await expect(notice).toContainText(`@${demoAccount('operator').username}`)
  await expect(second.getByRole('textbox', { name: '回复' })).toHaveCount(0)
  await second.getByRole('button', { name: '接手' }).click()
  await expect(second.getByRole('textbox', { name: '回复' })).toBeVisible()
  await expect(first.getByRole('dialog').getByRole('status').filter({ hasText: '正在接待' })).toBeVisible()
  await first.context().close()
  await second.context().close()
})

test('every page of support is fit to be used', { tag: '@phone' }, async ({ page, creator }) => {
  const { id } = await ask(creator, '怎么导出作品')
  await expectAccessible(page, [
    {
      name: 'support',
      open: async () => {
        await page.goto('/support')
        await expect(page.getByRole('link', { name: '怎么导出作品' })).toBeVisible()
        await expect(page.getByText('多久有人回')).toBeVisible()
      },
    },
    { name: 'conversation', open: () => page.goto(`/support/${id}`).then(() => page.getByRole('log').waitFor()) },
    {
      name: 'new conversation',
      open: () => page.goto('/support/new').then(() => page.getByRole('textbox', { name: '内容' }).waitFor()),
    },
  ])
})
