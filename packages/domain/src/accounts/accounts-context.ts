import type { DomainContext } from '../context.ts'
import { createAccessTokens } from './access-tokens.ts'
import type { AccessTokens } from './access-tokens.ts'
import { createSuccessorOf } from './refresh-token.ts'
import type { RegistrationEffects } from './registration-effects.ts'
import type { SuccessorOf } from './refresh-token.ts'

/** Signing in needs the signing key besides; only the API has it. */
export interface AccountsContext extends DomainContext, SessionKeys, RegistrationEffects {}

export interface SessionKeys {
  accessTokens: AccessTokens
  successorOf: SuccessorOf
}

/** What the signing key is for. @throws Error when it is too short */
export function createSessionKeys(secretKey: string): SessionKeys {
  return { accessTokens: createAccessTokens(secretKey), successorOf: createSuccessorOf(secretKey) }
}
