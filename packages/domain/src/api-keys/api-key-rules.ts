import type { UserStatus } from '@mozhou/contracts/accounts/kinds'
import type { ErrorCode } from '@mozhou/contracts/errors'

export interface ApiKeyFacts {
  revokedAt: Date | null
  expiresAt: Date | null
  userStatus: UserStatus
}

/** Why this key may do nothing, or null. Suspension only rests a key, and so does a deletion that may be taken back: it works again when the person does. */
export function whyApiKeyUnusable(key: ApiKeyFacts, now: Date): ErrorCode | null {
  if (key.revokedAt !== null) return 'API_KEY_REVOKED'
  if (key.expiresAt !== null && key.expiresAt <= now) return 'API_KEY_EXPIRED'
  return key.userStatus === 'active' ? null : refusals[key.userStatus]
}

const refusals = {
  suspended: 'ACCOUNT_SUSPENDED',
  closing: 'ACCOUNT_CLOSING',
  deleted: 'API_KEY_REVOKED',
} as const satisfies Record<Exclude<UserStatus, 'active'>, ErrorCode>
