import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { giftCredits } from '../support/credits.ts'
import { mailsTo, verificationToken } from '../support/mailbox.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ verifiesEmail: true })
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
