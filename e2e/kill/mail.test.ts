import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { giftCredits } from '../support/credits.ts'
import { mailAbout, mailsTo, registerVerified, resetToken, verificationToken } from '../support/mailbox.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ verifiesEmail: true, sweepAfterMs: 2_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

test('a mail brings the link, the link verifies the address, and the gift comes with it, once', async () => {
  const username = `e2e-${crypto.randomUUID().slice(0, 13)}`
  const email = `${username}@example.com`
  const registered = await stack.http.register({ username, email, password: 'correct horse 墨舟' })
  expect(registered.signupGift).toEqual({ status: 'awaiting_email', credits: giftCredits })
  const person = stack.http.as(registered.accessToken)
  expect((await person.balance()).credits).toBe(0)

  const sandboxUrl = stack.env['SANDBOX_URL'] ?? ''
  const token = await verificationToken(sandboxUrl, email)
  const [mail, ...more] = await mailsTo(sandboxUrl, email)
  expect(more).toEqual([])
  expect(mail?.subject).toBe('墨舟：确认你的邮箱')
  expect(mail?.text).toContain(`http://127.0.0.1:${stack.env['WEB_PORT'] ?? ''}/verify-email#${token}`)

  expect(await stack.http.verifyEmail({ token })).toEqual({ signupGift: { status: 'given', credits: giftCredits } })
  await expect(stack.http.verifyEmail({ token })).rejects.toMatchObject({ code: 'VERIFICATION_INVALID' })
  expect((await person.balance()).credits).toBe(giftCredits)
})

test('a forgotten password is set anew by a link, and told of, though the worker was killed when it was asked for', async () => {
  const username = `e2e-${crypto.randomUUID().slice(0, 13)}`
  const account = { username, email: `${username}@example.com`, password: 'correct horse 墨舟' }
  const sandboxUrl = stack.env['SANDBOX_URL'] ?? ''
  const { accessToken } = await registerVerified(stack.http, sandboxUrl, account)
  await stack.worker.kill()
  await stack.http.requestPasswordReset({ login: username })
  await stack.http.requestPasswordReset({ login: 'nobody-at-all' })
  await stack.worker.start()
  const token = await resetToken(sandboxUrl, account.email)
  const newPassword = 'another horse 墨舟'
  await stack.http.resetPassword({ token, newPassword })
  await expect(stack.http.resetPassword({ token, newPassword })).rejects.toMatchObject({
    code: 'PASSWORD_RESET_INVALID',
  })
  await expect(stack.http.as(accessToken).balance()).rejects.toMatchObject({ code: 'SESSION_REVOKED' })
  await expect(stack.http.login({ login: username, password: account.password })).rejects.toMatchObject({
    code: 'LOGIN_FAILED',
  })
  expect((await stack.http.login({ login: username, password: newPassword })).user.username).toBe(username)
  const told = await mailAbout(sandboxUrl, account.email, '密码已通过邮件重设')
  expect(told.text).toContain('其他设备上的登录已全部退出')
  expect(await mailsTo(sandboxUrl, 'nobody-at-all')).toEqual([])
})
