import { expect, test } from './browser/test.ts'

test('without mail the page says how to get help', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/login')
  await page.getByRole('link', { name: '忘记密码？' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '找回密码' })).toBeVisible()
  await expect(page.getByText('请联系客服')).toBeVisible()
  await page.getByRole('link', { name: '回到登录' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible()
})

test(
  'a link to a new password is in no address that a server sees, and says what is wrong with it',
  { tag: '@phone' },
  async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const token = 'A'.repeat(43)
    await page.goto(`/reset-password#${token}`)
    await page.getByLabel('新密码', { exact: true }).fill('short')
    await page.getByRole('button', { name: '设置新密码' }).click()
    await expect(page.getByText('新密码至少 8 个字')).toBeVisible()
    await page.getByLabel('新密码', { exact: true }).fill('long enough 墨舟')
    await page.getByRole('button', { name: '设置新密码' }).click()
    await expect(page.getByText('这个链接已经用过、已过期')).toBeVisible()
    expect(asked.filter((url) => url.includes(token) && !url.includes('#'))).toEqual([])
    await page.getByRole('link', { name: '重新申请链接' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '找回密码' })).toBeVisible()
  },
)
