import type { PlatformKey } from '@mozhou/platforms/platforms'
import type { AccountSession, Credentials } from '../account-port.ts'
import type { PublishingTarget } from '../port.ts'

export const at = '2026-11-30T12:00:00.000Z'

/** A platform on loopback; tests change what they are about. */
export function targetOf(platform: PlatformKey, changes: Partial<PublishingTarget> = {}): PublishingTarget {
  return {
    platform,
    baseUrl: null,
    app: { id: 'app-1', secret: 'app-secret' },
    network: 'private',
    pagesBaseUrl: null,
    clock: { now: () => new Date(at) },
    timeouts: { callMs: 5_000, submitMs: 5_000, uploadMs: 5_000 },
    ...changes,
  }
}

const later = '2026-12-30T12:00:00.000Z'

export const oauthCredentials = (scopes: readonly string[]): Credentials => ({
  way: 'oauth',
  openId: 'open-1',
  access: { value: 'access-1', expiresAt: later },
  refresh: { value: 'refresh-1', expiresAt: later },
  scopes,
})

export const keyCredentials = (keys: Readonly<Record<string, string>>): Credentials => ({
  way: 'app_keys',
  keys,
  access: { value: 'access-1', expiresAt: later },
})

/** Renewing gives the same again: whoever asks twice is told once. */
export const sessionOf = (credentials: Credentials): AccountSession & { renewals: number } => ({
  credentials,
  renewals: 0,
  renew() {
    this.renewals += 1
    return Promise.resolve(credentials)
  },
})
