import { expect, it } from 'vitest'
import { whyApiKeyUnusable } from './api-key-rules.ts'

const now = new Date('2026-11-27T00:00:00Z')
const live = { revokedAt: null, expiresAt: null, userStatus: 'active' as const }

it('lets a live key through, also in its last moment', () => {
  expect(whyApiKeyUnusable(live, now)).toBeNull()
  expect(whyApiKeyUnusable({ ...live, expiresAt: new Date(now.getTime() + 1) }, now)).toBeNull()
})

it('says why a key is refused; what is final comes first', () => {
  expect(whyApiKeyUnusable({ ...live, expiresAt: now }, now)).toBe('API_KEY_EXPIRED')
  expect(whyApiKeyUnusable({ ...live, userStatus: 'suspended' }, now)).toBe('ACCOUNT_SUSPENDED')
  expect(whyApiKeyUnusable({ revokedAt: now, expiresAt: now, userStatus: 'suspended' }, now)).toBe('API_KEY_REVOKED')
})
