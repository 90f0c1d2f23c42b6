import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { Page } from '@playwright/test'
import { expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import type { BrowserAccount } from './browser/env.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, signUp, test } from './browser/test.ts'

test.use({ baseURL: browserStack.adminUrl })

async function enterAs(page: Page, account: BrowserAccount['account']): Promise<void> {
  const { username, password } = demoAccount(account)
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
}

const tabs = (page: Page) => page.getByRole('tablist', { name: '用户的各部分' }).getByRole('tab')

test(
  'a person has one page: profile, money, orders, sessions and audit, each reached and acted on there',
  {
    tag: '@phone',
  },
  async ({ page, context }) => {
    const { user, api } = await signUp(context.request)
    const order = await api.mutate<OrderDto>('orders.recharge', { amountFen: 1_000, requestKey: crypto.randomUUID() })
    await enterAs(page, 'admin')
    await page.goto('/users')
    await page.getByRole('searchbox', { name: '搜索用户名或邮箱' }).fill(user.username)
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
    await page.getByRole('link', { name: user.displayName }).click()
    await expect(page.getByRole('heading', { level: 1, name: user.displayName })).toBeVisible()
    await expect(page.getByRole('tabpanel')).toContainText(user.email)
    await page.getByRole('button', { name: `对 ${user.displayName} 的操作` }).click()
    await page.getByRole('menuitem', { name: '调整积分' }).click()
    const dialog = page.getByRole('dialog', { name: `调整 ${user.displayName} 的积分` })
    await dialog.getByRole('textbox', { name: '变动' }).fill('+7')
    await dialog.getByRole('textbox', { name: '原因' }).fill('工单 1024')
    await dialog.getByRole('button', { name: '调整积分' }).click()
    await expect(dialog).toBeHidden()
    await tabs(page).filter({ hasText: '积分流水' }).click()
    await expect(page).toHaveURL(/\/users\/usr_[0-9a-f]{32}\?tab=ledger$/)
    await expect(page.getByRole('row').filter({ hasText: '人工调整' })).toContainText('+7')
    await page.reload()
    await tabs(page).filter({ hasText: '订单' }).click()
    await page.getByRole('button', { name: `查看 ${order.orderNo}` }).click()
    await page
      .getByRole('dialog', { name: '订单详情' })
      .getByRole('link', { name: `@${user.username}` })
      .click()
    await tabs(page).filter({ hasText: '登录' }).click()
    await page.getByRole('button', { name: '结束全部登录' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '结束全部登录' }).click()
    await expect(page.getByText('没有在登录的设备')).toBeVisible()
    await expect(api.query('auth.me')).rejects.toThrow()
    await tabs(page).filter({ hasText: '操作记录' }).click()
    await expect(page.getByRole('row').filter({ hasText: '结束登录' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: '调整积分' })).toBeVisible()
    await expectAccessible(page, [{ name: 'a person', open: () => page.goto(`/users/${user.id}`) }])
  },
)

test('finance and operators see of a person what their permissions give, whatever the address says', async ({
  page,
  context,
}) => {
  const { user } = await signUp(context.request)
  await enterAs(page, 'finance')
  await page.goto(`/users/${user.id}?tab=sessions`)
  await expect(tabs(page)).toHaveText(['资料', '积分流水', '订单', '会员', '注销', '操作记录'])
  await expect(page.getByRole('tabpanel')).toContainText(user.email)
})
