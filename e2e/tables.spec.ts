import { readFile } from 'node:fs/promises'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expect, test } from './browser/test.ts'

test.use({ baseURL: browserStack.adminUrl })

test('filters stand in the address, are kept under a name, and the list leaves as a file', async ({ page }) => {
  const { username, password } = demoAccount('operator')
  const api = appApi(page.request, 'admin')
  await api.mutate('auth.login', { login: username, password })
  await page.goto('/users')
  await page.getByRole('combobox', { name: '全部角色' }).click()
  await page.getByRole('option', { name: '财务' }).click()
  await expect(page).toHaveURL(/role=finance/)
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('财务')
  await page.getByRole('button', { name: '我的筛选' }).click()
  await page.getByRole('menuitem', { name: '保存现在的筛选' }).click()
  const name = `财务 ${crypto.randomUUID().slice(0, 8)}`
  await page.getByRole('dialog').getByRole('textbox', { name: '名字' }).fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('button', { name: '我的筛选' })).toContainText(name)

  await page.goto('/users')
  await page.getByRole('button', { name: '我的筛选' }).click()
  await page.getByRole('menuitem', { name }).click()
  await expect(page).toHaveURL(/role=finance/)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file.split('\r\n')[0]).toBe('\uFEFF用户,角色,状态,积分,注册时间,首次来源')
  expect(file).toContain('财务')
  expect(file).not.toContain('创作者')

  await page.getByRole('button', { name: '我的筛选' }).click()
  await page.getByRole('menuitem', { name: `删除“${name}”` }).click()
  await expect(page.getByRole('button', { name: '我的筛选' })).not.toContainText(name)
})

test('an operator may suspend a creator, and is offered nothing of the kind for finance', async ({ page }) => {
  const { username, password } = demoAccount('operator')
  await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
  await page.goto('/users?role=creator')
  await page
    .getByRole('button', { name: /的操作$/ })
    .first()
    .click()
  await expect(page.getByRole('menuitem')).toHaveText(['停用', '代为注销'])
  await page.goto('/users?role=finance')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('财务')
  await expect(page.getByRole('button', { name: /的操作$/ })).toHaveCount(0)
})
