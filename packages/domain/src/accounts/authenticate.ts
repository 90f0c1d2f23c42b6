import type { Locale } from '@mozhou/contracts/accounts/locales'
import { AppError } from '@mozhou/contracts/errors'
import type { Role } from '@mozhou/contracts/roles'
import type { AccountsContext } from './accounts-context.ts'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import { whySessionUnusable } from './session-rules.ts'
import { storedLocale, storedRole, storedSessionApp, storedUserStatus } from '../stored-columns.ts'

export interface Authenticated {
  /** `locale`: the language they chose; null: none. */
  user: { id: string; role: Role; locale: Locale | null }
  session: { id: string; app: SessionApp }
}

interface SessionRow {
  app: string
  expires_at: Date
  revoked_at: Date | null
  role: string
  locale: string | null
  status: string
}

/**
 * Who holds this access token. One indexed query and no cache: a revoked session or a new role must count with the very
 * next request.
 * @throws AppError UNAUTHENTICATED, SESSION_EXPIRED, SESSION_REVOKED, ACCOUNT_SUSPENDED, FORBIDDEN
 */
export async function authenticate(
  ctx: AccountsContext,
  input: { accessToken: string; app: SessionApp },
): Promise<Authenticated> {
  const now = ctx.clock.now()
  const { userId, sessionId } = ctx.accessTokens.verify(input.accessToken, input.app, now)
  const rows = await ctx.prisma.$queryRaw<SessionRow[]>`
    SELECT s.app, s.expires_at, s.revoked_at, u.role, u.locale, u.status
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId}::uuid AND s.user_id = ${userId}::uuid AND s.app = ${input.app}`
  const row = rows[0]
  if (!row) throw new AppError('UNAUTHENTICATED')
  const { expires_at: expiresAt, revoked_at: revokedAt } = row
  const app = storedSessionApp(row.app)
  const role = storedRole(row.role)
  const refusal = whySessionUnusable({ app, expiresAt, revokedAt, role, userStatus: storedUserStatus(row.status) }, now)
  if (refusal) throw new AppError(refusal)
  return { user: { id: userId, role, locale: storedLocale(row.locale) }, session: { id: sessionId, app } }
}
