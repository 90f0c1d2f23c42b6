import { expect, test } from './browser/test.ts'

test('a page that is opened without a network says so in its place, and comes with the network', async ({
  page,
  context,
  creator,
}) => {
  const menu = page.getByRole('navigation', { name: '导航' })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(creator.user.username)
  await context.setOffline(true)
  await menu.getByRole('link', { name: '积分' }).click()
  await expect(page.getByRole('button', { name: '重试' })).toBeVisible()
  await expect(menu).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '积分' })).toBeVisible()
})

test('a language that does not come is not shown as chosen', async ({ page, context, creator }) => {
  await page.goto('/settings')
  const language = page.getByRole('radiogroup', { name: '语言' })
  await expect(language).toBeVisible()
  await context.setOffline(true)
  await language.getByText('English').click()
  await expect(language.getByRole('radio', { name: '简体中文' })).toBeChecked()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await context.setOffline(false)
  await language.getByText('English').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  expect(creator.user.username).not.toBe('')
})
