/** Which app a session belongs to; it is the audience of its access tokens. `api` is anyone with a Bearer token. */
export type SessionApp = 'web' | 'admin' | 'api'

/** Who is calling, as far as the wire tells. */
export interface SessionClient {
  app: SessionApp
  userAgent: string
  ipAddress: string
}
