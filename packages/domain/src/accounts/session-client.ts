import type { SessionApp } from '@mozhou/contracts/accounts/kinds'

/** Who is calling, as far as the wire tells. */
export interface SessionClient {
  app: SessionApp
  userAgent: string
  ipAddress: string
}
