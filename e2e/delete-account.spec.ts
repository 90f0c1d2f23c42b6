import { expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, test } from './browser/test.ts'

test(
  'a creator deletes their account, sees what goes, and has it back by signing in',
  { tag: '@phone' },
  async ({ page, creator }) => {
    await page.goto('/settings')
    await page.getByRole('link', { name: '去注销' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '注销账号' })).toBeVisible()
    const main = page.getByRole('main')
    await expect(main).toContainText('50 积分，注销后不能再用')
    await expect(main).toContainText('7 天后开始删除')
    await expectAccessible(page, [
      {
        name: 'delete account',
        open: () => page.goto('/settings/delete-account').then(() => main.getByText('50 积分').waitFor()),
      },
    ])

    await page.getByLabel('当前密码').fill('not the password')
    await page.getByRole('textbox', { name: '输入“注销”确认' }).fill('删除')
    await page.getByRole('button', { name: '注销账号' }).click()
    await expect(main).toContainText('请输入“注销”两个字')
    await page.getByRole('textbox', { name: '输入“注销”确认' }).fill('注销')
    await page.getByRole('button', { name: '注销账号' }).click()
    await expect(page.getByText('当前密码不对')).toBeVisible()
    await page.getByLabel('当前密码').fill(creator.password)
    await page.getByRole('button', { name: '注销账号' }).click()
    await expect(page).toHaveURL(/\/login/)
    await expect(page.getByText('账号已停用')).toBeVisible()

    await page.getByRole('textbox', { name: '用户名或邮箱' }).fill(creator.user.username)
    await page.getByLabel('密码', { exact: true }).fill(creator.password)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByText('这个账号已申请注销')).toBeVisible()
    await page.getByRole('button', { name: '撤销注销并登录' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(creator.user.displayName)
  },
)

test('an operator starts it for somebody who asked, sees it wait, and takes it back', async ({ page, creator }) => {
  const { username, password } = demoAccount('operator')
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
  const { displayName } = creator.user
  await page.goto(`${browserStack.adminUrl}/users/${creator.user.id}?tab=deletion`)
  await expect(page.getByText('没有申请过注销')).toBeVisible()
  const menu = page.getByRole('button', { name: `对 ${displayName} 的操作` })
  await menu.click()
  await page.getByRole('menuitem', { name: '代为注销' }).click()
  const dialog = page.getByRole('dialog', { name: `为 ${displayName} 申请注销？` })
  await dialog.getByRole('textbox', { name: '原因' }).fill('客服对话里本人提出')
  await dialog.getByRole('button', { name: '代为注销' }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText('等待中，可以撤销')
  await expect(main).toContainText('客服对话里本人提出')
  await expect(main).toContainText('50 积分、0 个作品')
  await menu.click()
  await page.getByRole('menuitem', { name: '撤销注销' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销注销' }).click()
  await expect(main).toContainText('已撤销')
})
