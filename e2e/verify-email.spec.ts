import { expect, test } from './browser/test.ts'

test('a link from a mail waits for a press, and says what is wrong with it', { tag: '@phone' }, async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const token = 'A'.repeat(43)
  await page.goto(`/verify-email#${token}`)
  await expect(page.getByRole('heading', { level: 1, name: '确认邮箱' })).toBeVisible()
  expect(asked.some((url) => url.includes('verifyEmail'))).toBe(false)
  await page.getByRole('button', { name: '确认邮箱' }).click()
  await expect(page.getByText('这个链接已经用过、已过期')).toBeVisible()
  // Behind the hash sign: in no address that a server sees.
  expect(asked.filter((url) => url.includes(token) && !url.includes('#'))).toEqual([])

  await page.goto('/verify-email#half')
  await page.reload()
  await page.getByRole('button', { name: '确认邮箱' }).click()
  await expect(page.getByText('链接不完整')).toBeVisible()
})
