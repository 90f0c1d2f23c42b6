import { roles } from '@mozhou/contracts/roles'
import { expect, it } from 'vitest'
import { isStolenReuse, whyAppRefused, whySessionUnusable } from './session-rules.ts'

const now = new Date('2026-11-01T00:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const session = { app: 'web', role: 'creator', userStatus: 'active', expiresAt: later(1), revokedAt: null } as const

it('names why a session may not go on', () => {
  expect(whySessionUnusable(session, now)).toBeNull()
  expect(whySessionUnusable({ ...session, expiresAt: now }, now)).toBe('SESSION_EXPIRED')
  expect(whySessionUnusable({ ...session, revokedAt: now }, now)).toBe('SESSION_REVOKED')
  expect(whySessionUnusable({ ...session, revokedAt: now, userStatus: 'suspended' }, now)).toBe('ACCOUNT_SUSPENDED')
  expect(whySessionUnusable({ ...session, revokedAt: now, userStatus: 'closing' }, now)).toBe('ACCOUNT_CLOSING')
  expect(whySessionUnusable({ ...session, userStatus: 'deleted' }, now)).toBe('UNAUTHENTICATED')
  expect(whySessionUnusable({ ...session, app: 'admin' }, now)).toBe('FORBIDDEN')
})

it('lets only roles with permissions into the operators app', () => {
  expect(roles.filter((role) => whyAppRefused('admin', role) === null)).toEqual(['operator', 'finance', 'admin'])
  expect(roles.every((role) => whyAppRefused('web', role) === null)).toBe(true)
})

it('takes a second use for theft after ten seconds, or once its successor was used', () => {
  expect(isStolenReuse(now, null, now)).toBe(false)
  expect(isStolenReuse(now, null, later(10_000))).toBe(false)
  expect(isStolenReuse(now, null, later(10_001))).toBe(true)
  expect(isStolenReuse(now, later(1), later(2))).toBe(true)
})
