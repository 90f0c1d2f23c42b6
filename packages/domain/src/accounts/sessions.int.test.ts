import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain, testPassword, webClient } from '../testing/test-domain.ts'
import { authenticate } from './authenticate.ts'
import { changePassword } from './change-password.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { listSessions } from './list-sessions.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { refreshSession } from './refresh-session.ts'
import { revokeOtherSessions } from './revoke-other-sessions.ts'
import { revokeSession } from './revoke-session.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const idOf = (tokens: IssuedTokens) => parseId('user', tokens.user.id) ?? ''
const enter = ({ accessToken }: IssuedTokens) => authenticate(domain.ctx, { accessToken, app: 'web' })
const again = ({ user }: IssuedTokens, password = testPassword) =>
  login(domain.ctx, { login: user.username, password, client: webClient })
const refresh = ({ refreshToken }: IssuedTokens) =>
  refreshSession(domain.ctx, { refreshToken, app: 'web', ipAddress: '', requestId: 'request' })
const revoked = new AppError('SESSION_REVOKED')

it('lists open sessions and says which is the present one', async () => {
  const first = await domain.signUp()
  const second = await again(first)
  const sessions = await listSessions(domain.ctx, { userId: idOf(first), currentSessionId: second.sessionId })
  expect(sessions).toHaveLength(2)
  expect(sessions.find((session) => session.isCurrent)?.id).toContain(second.sessionId.replaceAll('-', ''))
  expect(sessions[0]).toMatchObject({ app: 'web', userAgent: 'vitest', ipAddress: webClient.ipAddress })
})

it('ends one session of ones own, and none of another person', async () => {
  const mine = await domain.signUp()
  const other = await domain.signUp()
  const theft = revokeSession(domain.ctx, { userId: idOf(mine), sessionId: other.sessionId })
  await expect(theft).rejects.toEqual(new AppError('SESSION_NOT_FOUND'))
  await enter(other)
  await revokeSession(domain.ctx, { userId: idOf(mine), sessionId: mine.sessionId })
  await expect(enter(mine)).rejects.toEqual(revoked)
  await expect(refresh(mine)).rejects.toEqual(revoked)
})

it('ends all but the present session', async () => {
  const first = await domain.signUp()
  const second = await again(first)
  const count = await revokeOtherSessions(domain.ctx, { userId: idOf(first), currentSessionId: second.sessionId })
  expect(count).toBe(1)
  await expect(enter(first)).rejects.toEqual(revoked)
  await enter(second)
})

it('logs out by either token, and again without complaint', async () => {
  const byAccess = await domain.signUp()
  await logout(domain.ctx, { sessionId: byAccess.sessionId, refreshToken: null, app: 'web' })
  await expect(enter(byAccess)).rejects.toEqual(revoked)
  const byRefresh = await domain.signUp()
  const input = { sessionId: null, refreshToken: byRefresh.refreshToken, app: 'web' } as const
  await logout(domain.ctx, { ...input, app: 'admin' })
  await enter(byRefresh)
  await logout(domain.ctx, input)
  await logout(domain.ctx, input)
  await expect(enter(byRefresh)).rejects.toEqual(revoked)
})

it('ends every token there was when the password changes; the caller goes on with new ones', async () => {
  const first = await domain.signUp()
  const second = await again(first)
  const change = (currentPassword: string) =>
    changePassword(domain.ctx, {
      userId: idOf(first),
      client: webClient,
      currentPassword,
      newPassword: 'a new password',
    })
  await expect(change('wrong')).rejects.toEqual(new AppError('PASSWORD_WRONG'))
  const fresh = await change(testPassword)
  for (const old of [first, second]) {
    await expect(enter(old)).rejects.toEqual(revoked)
    await expect(refresh(old)).rejects.toEqual(revoked)
  }
  await enter(fresh)
  await refresh(fresh)
  await expect(again(first)).rejects.toEqual(new AppError('LOGIN_FAILED'))
  await again(first, 'a new password')
})

it('does not let a session through whose person was suspended behind its back', async () => {
  const tokens = await domain.signUp()
  await domain.ctx.prisma.user.update({ where: { id: idOf(tokens) }, data: { status: 'suspended' } })
  await expect(enter(tokens)).rejects.toEqual(new AppError('ACCOUNT_SUSPENDED'))
})

it('does not take the token of a session that belongs to another person', async () => {
  const mine = await domain.signUp()
  const other = await domain.signUp()
  const issuedAt = domain.ctx.clock.now()
  const accessToken = domain.ctx.accessTokens.sign(
    { userId: idOf(mine), sessionId: other.sessionId, app: 'web' },
    { id: 'jti', issuedAt, expiresAt: new Date(issuedAt.getTime() + 60_000) },
  )
  await expect(authenticate(domain.ctx, { accessToken, app: 'web' })).rejects.toEqual(new AppError('UNAUTHENTICATED'))
})
