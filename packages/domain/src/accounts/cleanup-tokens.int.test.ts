import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { inTransaction } from '../transaction.ts'
import { claimRequest } from '../requests/claim-request.ts'
import { cleanupTokens } from './cleanup-tokens.ts'
import { newDeviceMark, rememberDevice } from './device-mark.ts'
import { reserveLoginAttempt } from './login-attempts.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { refreshSession } from './refresh-session.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const day = 86_400_000

it('deletes what no rule reads any more, and nothing else', async () => {
  const { refreshToken, user } = await domain.signUp()
  const userId = parseId('user', user.id) ?? ''
  await claimRequest(domain.ctx, { userId, idempotencyKey: 'k', procedure: 'p', input: {} })
  await reserveLoginAttempt(domain.ctx, { loginKey: 'old', network: '203.0.113.1' })
  const mailing = { ...domain.ctx, settings: { ...domain.ctx.settings, verifiesEmail: true } }
  await requestPasswordReset(mailing, { login: 'whoever', ipAddress: '203.0.113.1' })
  domain.advance(20 * day)
  const next = await refreshSession(domain.ctx, { refreshToken, app: 'web', ipAddress: '', requestId: 'request' })
  await reserveLoginAttempt(domain.ctx, { loginKey: 'new', network: '203.0.113.1' })
  // Used, but not expired: its return would tell of a theft.
  expect(await cleanupTokens(domain.ctx)).toEqual({
    refreshTokens: 0,
    sessions: 0,
    loginFailures: 2,
    requests: 0,
    giftCounts: 1,
    verifications: 0,
    passwordResets: 1,
    devices: 0,
  })
  domain.advance(11 * day)
  expect(await cleanupTokens(domain.ctx)).toEqual({
    refreshTokens: 1,
    sessions: 0,
    loginFailures: 1,
    requests: 1,
    giftCounts: 0,
    verifications: 0,
    passwordResets: 0,
    devices: 0,
  })
  await refreshSession(domain.ctx, {
    refreshToken: next.refreshToken,
    app: 'web',
    ipAddress: '',
    requestId: 'request',
  })
  domain.advance(61 * day)
  expect(await cleanupTokens(domain.ctx)).toEqual({
    refreshTokens: 2,
    sessions: 1,
    loginFailures: 0,
    requests: 0,
    giftCounts: 0,
    verifications: 0,
    passwordResets: 0,
    devices: 0,
  })
  expect(await domain.ctx.prisma.refreshToken.count()).toBe(0)
})

it('forgets browsers that nobody was seen in for as long as they keep a cookie', async () => {
  const { user } = await domain.signUp()
  const userId = parseId('user', user.id) ?? ''
  const marks = [newDeviceMark(), newDeviceMark()] as const
  for (const deviceMark of marks) await inTransaction(domain.ctx, (tx) => rememberDevice(tx, { userId, deviceMark }))
  domain.advance(399 * day)
  await inTransaction(domain.ctx, (tx) => rememberDevice(tx, { userId, deviceMark: marks[0] }))
  domain.advance(2 * day)
  expect((await cleanupTokens(domain.ctx)).devices).toBe(1)
  expect(await domain.ctx.prisma.userDevice.count({ where: { userId } })).toBe(1)
})
