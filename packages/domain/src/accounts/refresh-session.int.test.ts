import { afterAll, beforeAll, expect, it } from 'vitest'
import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import { authenticate } from './authenticate.ts'
import { refreshSession } from './refresh-session.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const day = 86_400_000
const refresh = (refreshToken: string, app: SessionApp = 'web') =>
  refreshSession(domain.ctx, { refreshToken, app, ipAddress: '198.51.100.4', requestId: 'request-1' })
const enter = (accessToken: string) => authenticate(domain.ctx, { accessToken, app: 'web' })
const refusal = (code: ConstructorParameters<typeof AppError>[0]) => new AppError(code)

it('rotates: a new refresh token and a new access token of the same session', async () => {
  const first = await domain.signUp()
  const second = await refresh(first.refreshToken)
  expect(second.refreshToken).not.toBe(first.refreshToken)
  expect(second.accessToken).not.toBe(first.accessToken)
  expect(second.sessionId).toBe(first.sessionId)
  expect((await enter(second.accessToken)).session.id).toBe(first.sessionId)
})

it('gives twenty tabs that refresh at once the same successor, which goes on', async () => {
  const { refreshToken } = await domain.signUp()
  const tabs = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)))
  expect(new Set(tabs.map((tab) => tab.refreshToken)).size).toBe(1)
  const next = await Promise.all(tabs.map((tab) => refresh(tab.refreshToken)))
  expect(new Set(next.map((tab) => tab.refreshToken)).size).toBe(1)
  await Promise.all(next.map((tab) => enter(tab.accessToken)))
})

it('takes an old token for stolen, moments after it was used, once its successor was used', async () => {
  const victim = await domain.signUp()
  const second = await refresh(victim.refreshToken)
  const third = await refresh(second.refreshToken)
  await expect(refresh(victim.refreshToken)).rejects.toEqual(refusal('SESSION_REVOKED'))
  await expect(refresh(third.refreshToken)).rejects.toEqual(refusal('SESSION_REVOKED'))
})

it('ends the whole family when a stolen token comes back, and writes it down once', async () => {
  const victim = await domain.signUp()
  const second = await refresh(victim.refreshToken)
  const third = await refresh(second.refreshToken)
  domain.advance(11_000)
  await expect(refresh(victim.refreshToken)).rejects.toEqual(refusal('SESSION_REVOKED'))
  await expect(refresh(third.refreshToken)).rejects.toEqual(refusal('SESSION_REVOKED'))
  await expect(enter(third.accessToken)).rejects.toEqual(refusal('SESSION_REVOKED'))
  await expect(refresh(victim.refreshToken)).rejects.toEqual(refusal('SESSION_REVOKED'))
  const rows = await domain.ctx.prisma.auditRow.findMany({ where: { target: victim.user.id } })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ action: 'session.refresh_token_reused', actorId: null, requestId: 'request-1' })
})

it('leaves the other sessions of the victim alone', async () => {
  const victim = await domain.signUp()
  const other = await domain.signUp()
  await refresh(victim.refreshToken)
  domain.advance(11_000)
  await expect(refresh(victim.refreshToken)).rejects.toThrow('SESSION_REVOKED')
  await refresh(other.refreshToken)
})

it('stores no token, only its hash', async () => {
  const { sessionId, refreshToken } = await domain.signUp()
  const rows = await domain.ctx.prisma.refreshToken.findMany({ where: { sessionId } })
  expect(rows).toHaveLength(1)
  expect(rows[0]?.tokenHash).toHaveLength(32)
  expect(JSON.stringify(rows)).not.toContain(refreshToken)
})

it('refuses unknown tokens and tokens of another app', async () => {
  const { refreshToken } = await domain.signUp()
  await expect(refresh('unknown')).rejects.toEqual(refusal('SESSION_EXPIRED'))
  await expect(refresh(refreshToken, 'api')).rejects.toEqual(refusal('SESSION_EXPIRED'))
})

it('lasts as long as it is used, and ends 30 days after the last use', async () => {
  let { refreshToken } = await domain.signUp()
  for (let month = 0; month < 2; month += 1) {
    domain.advance(29 * day)
    refreshToken = (await refresh(refreshToken)).refreshToken
  }
  domain.advance(30 * day)
  await expect(refresh(refreshToken)).rejects.toEqual(refusal('SESSION_EXPIRED'))
})

it('gives nothing to a suspended person', async () => {
  const { user, refreshToken } = await domain.signUp()
  const id = parseId('user', user.id) ?? ''
  await domain.ctx.prisma.user.update({ where: { id }, data: { status: 'suspended' } })
  await expect(refresh(refreshToken)).rejects.toEqual(refusal('ACCOUNT_SUSPENDED'))
})
