import { parseId } from '@mozhou/contracts/ids'
import type { Mail, Mailer } from '@mozhou/integrations/mail/port'
import { MailError } from '@mozhou/integrations/mail/port'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDomain, testPassword, webClient } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { changePassword } from './change-password.ts'
import { findUnhandledResets } from './find-unhandled-resets.ts'
import { login } from './login.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { resetPassword } from './reset-password.ts'
import { sendPasswordReset } from './send-password-reset.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
  domain.ctx.settings = { ...domain.ctx.settings, verifiesEmail: true }
})
afterAll(() => domain.close())

const minuteMs = 60_000
const newPassword = 'a new password 墨舟'
let networks = 0
/** Each caller from a network of their own. */
const elsewhere = () => `198.51.${Math.floor((networks += 1) / 250)}.${networks % 250}`

function postOffice(answer: () => 'sent' | 'refused' = () => 'sent') {
  const mails: Mail[] = []
  const mailer: Mailer = {
    send: async (mail) => {
      const outcome = answer()
      mails.push(mail)
      return outcome
    },
    close: () => {},
  }
  return { mails, office: { mailer, webOrigin: 'https://mozhou.example' } }
}
const tokenIn = (mail: Mail | undefined) =>
  /https:\/\/mozhou\.example\/reset-password#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
const ask = (loginName: string, ipAddress = elsewhere()) =>
  requestPasswordReset(domain.ctx, { login: loginName, ipAddress })

async function newPerson() {
  const { user } = await domain.signUp()
  return { ...user, userId: parseId('user', user.id) ?? '' }
}

async function linkFor(loginName: string): Promise<string> {
  const { mails, office } = postOffice()
  await sendPasswordReset(domain.ctx, office, { resetId: await ask(loginName) })
  return tokenIn(mails[0])
}
const signIn = (loginName: string, password: string) =>
  login(domain.ctx, { login: loginName, password, client: webClient })
const reset = (token: string, password = newPassword) => resetPassword(domain.ctx, { token, newPassword: password })
const invalid = { code: 'PASSWORD_RESET_INVALID' }

describe('a link to a new password', () => {
  it('is sent by name or by address, works once, and ends every session', async () => {
    const { username, email, userId } = await newPerson()
    const { mails, office } = postOffice()
    expect(await sendPasswordReset(domain.ctx, office, { resetId: await ask(username.toUpperCase()) })).toBe('sent')
    expect(mails[0]?.to).toBe(email)
    const token = tokenIn(mails[0])
    await reset(token)
    await expect(signIn(username, testPassword)).rejects.toMatchObject({ code: 'LOGIN_FAILED' })
    expect(await domain.ctx.prisma.session.count({ where: { userId, revokedAt: null } })).toBe(0)
    await signIn(email, newPassword)
    await expect(reset(token)).rejects.toMatchObject(invalid)
    domain.advance(2 * minuteMs)
    await reset(await linkFor(email), 'yet another one 墨')
    await signIn(username, 'yet another one 墨')
    const told = await domain.ctx.prisma.notification.findMany({ where: { userId, kind: 'password_changed' } })
    expect(told.map(({ params, mailStatus }) => ({ params, mailStatus }))).toEqual([
      { params: { isReset: true }, mailStatus: 'queued' },
      { params: { isReset: true }, mailStatus: 'queued' },
    ])
  })

  it('is taken by one of two at once', async () => {
    const { username } = await newPerson()
    const token = await linkFor(username)
    const passwords = ['the first password', 'the second password']
    const ends = await Promise.allSettled(passwords.map((password) => reset(token, password)))
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const taken = passwords[ends.findIndex(({ status }) => status === 'fulfilled')] ?? ''
    await signIn(username, taken)
  })

  it('holds 30 minutes, for the address of then, and until the password changes otherwise', async () => {
    const late = await newPerson()
    const lateToken = await linkFor(late.username)
    domain.advance(30 * minuteMs)
    await expect(reset(lateToken)).rejects.toMatchObject(invalid)

    const moved = await newPerson()
    const movedToken = await linkFor(moved.username)
    const other = { email: `x${moved.username}@example.com`, emailKey: `x${moved.username}@example.com` }
    await domain.ctx.prisma.user.update({ where: { id: moved.userId }, data: other })
    await expect(reset(movedToken)).rejects.toMatchObject(invalid)

    const changed = await newPerson()
    const changedToken = await linkFor(changed.username)
    domain.advance(1_000)
    const passwords = { currentPassword: testPassword, newPassword }
    await changePassword(domain.ctx, { ...passwords, userId: changed.userId, client: webClient })
    await expect(reset(changedToken)).rejects.toMatchObject(invalid)
  })

  it('lets in who was locked out by wrong guesses', async () => {
    const { username } = await newPerson()
    for (let guess = 0; guess < 6; guess += 1) await signIn(username, 'wrong password').catch(() => {})
    await expect(signIn(username, testPassword)).rejects.toMatchObject({ code: 'LOGIN_LOCKED' })
    await reset(await linkFor(username))
    await signIn(username, newPassword)
  })
})

describe('asking for one', () => {
  it('is answered, and refused, alike whether or not there is such an account', async () => {
    const { username } = await newPerson()
    for (const name of [username, 'nobody-at-all', 'nobody@example.com']) {
      const ipAddress = elsewhere()
      for (let times = 0; times < 5; times += 1) expect(await ask(name, ipAddress)).toMatch(/^[0-9a-f-]{36}$/)
      await expect(ask(name, ipAddress)).rejects.toMatchObject({
        code: 'PASSWORD_RESET_LIMIT',
        params: { retryAfterSeconds: expect.any(Number) as number },
      })
    }
    // What was typed is looked up by the worker alone, and forgotten then.
    const rows = await domain.ctx.prisma.passwordReset.findMany({ where: { askedFor: { startsWith: 'nobody' } } })
    expect(rows.every(({ userId, tokenHash }) => userId === null && tokenHash === null)).toBe(true)
    const { mails, office } = postOffice()
    for (const { id } of rows) expect(await sendPasswordReset(domain.ctx, office, { resetId: id })).toBe('not_needed')
    expect(mails).toEqual([])
    expect(await domain.ctx.prisma.passwordReset.count({ where: { askedFor: { startsWith: 'nobody' } } })).toBe(0)
  })

  it('fills nobody’s mailbox, from however many networks it is asked', async () => {
    const { username } = await newPerson()
    const { mails, office } = postOffice()
    for (let times = 0; times < 4; times += 1)
      await sendPasswordReset(domain.ctx, office, { resetId: await ask(username) })
    expect(mails).toHaveLength(1)
    for (let times = 0; times < 8; times += 1) {
      domain.advance(minuteMs + 1_000)
      await sendPasswordReset(domain.ctx, office, { resetId: await ask(username) })
    }
    expect(mails).toHaveLength(5)
  })

  it('sends the same link again when a try was cut off, and keeps the token nowhere afterwards', async () => {
    const { username } = await newPerson()
    const resetId = await ask(username)
    const cut = postOffice(() => {
      throw new MailError('ETIMEDOUT')
    })
    const tried: Mail[] = []
    const office = {
      ...cut.office,
      mailer: {
        ...cut.office.mailer,
        send: (mail: Mail) => {
          tried.push(mail)
          return cut.office.mailer.send(mail)
        },
      },
    }
    await expect(sendPasswordReset(domain.ctx, office, { resetId })).rejects.toThrow(MailError)
    expect(await findUnhandledResets(domain.ctx, { olderThanMs: -1_000 })).toContain(resetId)
    const again = postOffice()
    await sendPasswordReset(domain.ctx, again.office, { resetId })
    expect(tokenIn(again.mails[0])).toBe(tokenIn(tried[0]))
    expect(await findUnhandledResets(domain.ctx, { olderThanMs: -1_000 })).not.toContain(resetId)
    const row = await domain.ctx.prisma.passwordReset.findUniqueOrThrow({ where: { id: resetId } })
    expect(row).toMatchObject({ askedFor: null, sealedToken: null })
  })

  it('sends nothing to who is suspended, and is not offered without mail', async () => {
    const { username, userId } = await newPerson()
    await domain.ctx.prisma.user.update({ where: { id: userId }, data: { status: 'suspended' } })
    expect(await linkFor(username)).toBe('')
    const ctx = { ...domain.ctx, settings: { ...domain.ctx.settings, verifiesEmail: false } }
    await expect(requestPasswordReset(ctx, { login: username, ipAddress: elsewhere() })).rejects.toMatchObject({
      code: 'PASSWORD_RESET_UNAVAILABLE',
    })
  })
})
