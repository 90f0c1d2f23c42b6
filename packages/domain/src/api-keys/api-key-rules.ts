import type { UserStatus } from '@mozhou/contracts/accounts/kinds'
import type { ErrorCode } from '@mozhou/contracts/errors'

export interface ApiKeyFacts {
  revokedAt: Date | null
  expiresAt: Date | null
  userStatus: UserStatus
}

/** Why this key may do nothing, or null. Suspension only rests a key: it works again when the person does. */
export function whyApiKeyUnusable(key: ApiKeyFacts, now: Date): ErrorCode | null {
  if (key.revokedAt !== null) return 'API_KEY_REVOKED'
  if (key.expiresAt !== null && key.expiresAt <= now) return 'API_KEY_EXPIRED'
  return key.userStatus === 'suspended' ? 'ACCOUNT_SUSPENDED' : null
}
