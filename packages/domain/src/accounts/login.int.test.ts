import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AppError } from '@mozhou/contracts/errors'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain, testPassword, webClient } from '../testing/test-domain.ts'
import { changePassword } from './change-password.ts'
import { login } from './login.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const minute = 60_000
const attempt = (name: string, password: string, ipAddress = webClient.ipAddress) =>
  login(domain.ctx, { login: name, password, client: { ...webClient, ipAddress } })
const codeOf = async (call: Promise<unknown>) => {
  try {
    await call
    return 'ok'
  } catch (cause) {
    return cause instanceof AppError ? cause.code : String(cause)
  }
}
const inTurn = async (times: number, work: () => Promise<string>) => {
  const codes: string[] = []
  for (let index = 0; index < times; index += 1) codes.push(await work())
  return codes
}

it('takes the username or the email, in any letters', async () => {
  const { user } = await domain.signUp({ username: 'Qingming', email: 'Qingming@Example.com' })
  for (const name of ['Qingming', 'ＱＩＮＧＭＩＮＧ', 'qingming@example.com', ' QINGMING@EXAMPLE.COM ']) {
    expect((await attempt(name, testPassword)).user.id).toBe(user.id)
  }
})

it('locks an account and address for 15 minutes after five failures, whatever the sixth password is', async () => {
  const { user } = await domain.signUp()
  const wrong = () => codeOf(attempt(user.username, 'wrong'))
  expect(await inTurn(6, wrong)).toEqual([...Array.from({ length: 5 }, () => 'LOGIN_FAILED'), 'LOGIN_LOCKED'])
  const locked = await attempt(user.username, testPassword).catch((cause: unknown) => cause)
  expect(locked).toMatchObject({ code: 'LOGIN_LOCKED' })
  expect((locked as AppError).params['retryAfterSeconds']).toBeGreaterThan(14 * 60)
  expect(await codeOf(attempt(user.username, testPassword, '203.0.113.99'))).toBe('ok')
  domain.advance(14 * minute)
  expect(await codeOf(attempt(user.username, testPassword))).toBe('LOGIN_LOCKED')
  domain.advance(2 * minute)
  expect(await codeOf(attempt(user.username, testPassword))).toBe('ok')
})

it('counts failures of all names of an account together, in full-width letters too, and of a name that nobody has', async () => {
  const { user } = await domain.signUp({ username: 'Zhongqiu', email: 'zhongqiu@example.com' })
  const names = ['Zhongqiu', 'zhongqiu@example.com', 'ＺＨＯＮＧＱＩＵ', 'ZHONGQIU@example.com', 'zhongqiu']
  for (const name of names) expect(await codeOf(attempt(name, 'wrong'))).toBe('LOGIN_FAILED')
  for (const name of names) expect(await codeOf(attempt(name, testPassword))).toBe('LOGIN_LOCKED')
  const change = changePassword(domain.ctx, {
    userId: parseId('user', user.id) ?? '',
    currentPassword: testPassword,
    newPassword: 'another good password',
    client: webClient,
  })
  expect(await codeOf(change)).toBe('LOGIN_LOCKED')
  expect(await inTurn(5, () => codeOf(attempt('niemand', 'wrong')))).toEqual(
    Array.from({ length: 5 }, () => 'LOGIN_FAILED'),
  )
  expect(await codeOf(attempt('ＮＩＥＭＡＮＤ', 'wrong'))).toBe('LOGIN_LOCKED')
})

it('lets no more than five guesses through when they come all at once', async () => {
  const { user } = await domain.signUp()
  const codes = await Promise.all(Array.from({ length: 24 }, () => codeOf(attempt(user.username, 'wrong'))))
  expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(5)
  expect(codes.filter((code) => code === 'LOGIN_LOCKED')).toHaveLength(19)
})

it('does not lock out eight honest logins at once', async () => {
  const { user } = await domain.signUp()
  const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(attempt(user.username, testPassword))))
  expect(new Set(codes)).toEqual(new Set(['ok']))
})

it('tells of a suspension only to who knows the password', async () => {
  const { user } = await domain.signUp()
  const id = parseId('user', user.id) ?? ''
  await domain.ctx.prisma.user.update({ where: { id }, data: { status: 'suspended' } })
  expect(await codeOf(attempt(user.username, 'wrong'))).toBe('LOGIN_FAILED')
  expect(await codeOf(attempt(user.username, testPassword))).toBe('ACCOUNT_SUSPENDED')
})

it('keeps creators out of the operators app, after the password', async () => {
  const { user } = await domain.signUp()
  const asAdmin = (password: string) =>
    codeOf(login(domain.ctx, { login: user.username, password, client: { ...webClient, app: 'admin' } }))
  expect(await asAdmin('wrong')).toBe('LOGIN_FAILED')
  expect(await asAdmin(testPassword)).toBe('FORBIDDEN')
})

it('takes as long for a name that nobody has as for a wrong password', async () => {
  const { user } = await domain.signUp()
  const timeOf = async (name: string, index: number) => {
    const startedAt = performance.now()
    await codeOf(attempt(name, 'wrong', `198.51.100.${index}`))
    return performance.now() - startedAt
  }
  const ratios: number[] = []
  for (let index = 0; index < 9; index += 1) {
    const known = await timeOf(user.username, index)
    ratios.push((await timeOf(`nobody-${index}`, index)) / known)
  }
  const median = ratios.toSorted((left, right) => left - right)[4]
  // Without the dummy comparison the unknown name answers some forty times faster.
  expect(median).toBeGreaterThan(0.5)
  expect(median).toBeLessThan(2)
})
