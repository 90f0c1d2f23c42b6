import { expect, newAccount, test } from './browser/test.ts'
import { registerVerified, mailsTo } from './support/mailbox.ts'
import { startStack } from './support/stack.ts'
import type { Stack } from './support/stack.ts'
import { until } from './support/until.ts'
import { startWebPreview } from './support/web-preview.ts'
import { patience } from './browser/env.ts'

let stack: Stack
let web: Awaited<ReturnType<typeof startWebPreview>>
test.describe.configure({ timeout: patience(300_000) })
test.beforeAll(async () => {
  test.setTimeout(patience(180_000))
  // The browser's own stack is without mail; this one is with it.
  stack = await startStack({ verifiesEmail: true, sweepAfterMs: 2_000 })
  web = await startWebPreview(stack.env)
})
test.afterAll(async () => {
  await web?.close()
  await stack?.close()
})

test('who forgot their password gets in again by the link in a mail, once', async ({ page }) => {
  const account = newAccount()
  const sandboxUrl = stack.env['SANDBOX_URL'] ?? ''
  await registerVerified(stack.http, sandboxUrl, account)
  await page.goto(`${web.url}/login`)
  await page.getByRole('link', { name: '忘记密码？' }).click()
  // The page before it has a field of the same name, which takes what is typed too early.
  await expect(page.getByRole('heading', { level: 1, name: '找回密码' })).toBeVisible()
  await page.getByRole('textbox', { name: '用户名或邮箱' }).fill(account.username)
  await page.getByRole('button', { name: '发送链接' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '请查收邮件' })).toBeVisible()

  const link = await until('the mail with the link', async () => {
    const mails = await mailsTo(sandboxUrl, account.email)
    return mails.map(({ text }) => /http\S+\/reset-password#\S+/.exec(text)?.[0]).find((found) => found !== undefined)
  })
  const newPassword = 'another horse 墨舟'
  const setPassword = async () => {
    await page.getByLabel('新密码', { exact: true }).fill(newPassword)
    await page.getByRole('button', { name: '设置新密码' }).click()
  }
  await page.goto(link)
  await setPassword()
  await expect(page.getByRole('heading', { level: 1, name: '密码已重设' })).toBeVisible()
  await page.goto('about:blank')
  await page.goto(link)
  await setPassword()
  await expect(page.getByText('这个链接已经用过、已过期')).toBeVisible()

  await page.goto(`${web.url}/login`)
  await page.getByLabel('用户名或邮箱').fill(account.email)
  await page.getByLabel('密码', { exact: true }).fill(newPassword)
  await page.getByRole('button', { name: '登录' }).click()
  // The sign-in from a browser is a new device, and so was the reset told of.
  await page.getByRole('link', { name: /^消息，\d 条未读$/ }).click()
  await expect(page.getByRole('link', { name: '密码已通过邮件重设' })).toBeVisible()
  await expect(page.getByRole('link', { name: '账号在新设备上登录' })).toBeVisible()
})
