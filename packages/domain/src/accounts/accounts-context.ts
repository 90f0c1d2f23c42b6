import type { DomainContext } from '../context.ts'
import type { AccessTokens } from './access-tokens.ts'

/** Signing in needs the signing key besides; only the API has it. */
export interface AccountsContext extends DomainContext {
  accessTokens: AccessTokens
}
