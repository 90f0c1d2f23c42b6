import type { DomainContext } from '../context.ts'
import type { AccessTokens } from './access-tokens.ts'

/** Signing in needs the signing key besides; only the API has it. */
export interface AccountsContext extends DomainContext {
  accessTokens: AccessTokens
}

/** Which app a session belongs to; it is the audience of its access tokens. `api` is anyone with a Bearer token. */
export type SessionApp = 'web' | 'admin' | 'api'

/** Who is calling, as far as the wire tells. */
export interface SessionClient {
  app: SessionApp
  userAgent: string
  ipAddress: string
}
