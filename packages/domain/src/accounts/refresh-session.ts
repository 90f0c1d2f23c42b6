import { AppError } from '@mozhou/contracts/errors'
import { inTransaction } from '../transaction.ts'
import type { AccountsContext } from './accounts-context.ts'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import { issueTokens } from './issue-tokens.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { addRefreshToken, refreshExpiry } from './open-session.ts'
import { refreshTokenHash } from './refresh-token.ts'
import { reportStolenToken } from './report-stolen-token.ts'
import { isStolenReuse, whySessionUnusable } from './session-rules.ts'
import { storedRole, storedSessionApp, storedUserStatus } from '../stored-columns.ts'

interface PresentedToken {
  session_id: string
  user_id: string
  app: string
  token_expires_at: Date
  used_at: Date
  expires_at: Date
  revoked_at: Date | null
  role: string
  status: string
}

/**
 * Rotation: each refresh token is good for one use, and every use gives a successor. The same token within ten seconds gives
 * another successor (two tabs, a lost answer); later it is a stolen copy, and the whole family ends.
 * @throws AppError SESSION_EXPIRED, SESSION_REVOKED, ACCOUNT_SUSPENDED, FORBIDDEN
 */
export async function refreshSession(
  ctx: AccountsContext,
  input: { refreshToken: string; app: SessionApp; ipAddress: string; requestId: string },
): Promise<IssuedTokens> {
  const now = ctx.clock.now()
  const token = await presentToken(ctx, input.refreshToken, now)
  if (!token || token.app !== input.app || token.token_expires_at <= now) throw new AppError('SESSION_EXPIRED')
  const { session_id: sessionId, user_id: userId } = token
  const app = storedSessionApp(token.app)
  const refusal = whySessionUnusable(
    {
      app,
      role: storedRole(token.role),
      userStatus: storedUserStatus(token.status),
      expiresAt: token.expires_at,
      revokedAt: token.revoked_at,
    },
    now,
  )
  if (refusal) throw new AppError(refusal)
  if (isStolenReuse(token.used_at, now)) {
    await reportStolenToken(ctx, { sessionId, userId, ipAddress: input.ipAddress, requestId: input.requestId })
    throw new AppError('SESSION_REVOKED')
  }
  const successor = await succeed(ctx, sessionId, now)
  return issueTokens(ctx, { ...successor, sessionId, userId, app })
}

/** Marks the token as used, unless it was, and tells when that first was: one statement, so no two callers are both first. */
async function presentToken(ctx: AccountsContext, token: string, now: Date): Promise<PresentedToken | undefined> {
  const rows = await ctx.prisma.$queryRaw<PresentedToken[]>`
    UPDATE refresh_tokens t SET used_at = COALESCE(t.used_at, ${now})
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE t.token_hash = ${refreshTokenHash(token)} AND s.id = t.session_id
    RETURNING t.session_id, s.user_id, s.app, t.expires_at AS token_expires_at, t.used_at, s.expires_at, s.revoked_at,
      u.role, u.status`
  return rows[0]
}

function succeed(ctx: AccountsContext, sessionId: string, now: Date) {
  return inTransaction(ctx, async (tx) => {
    const kept = await tx.prisma.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { lastUsedAt: now, expiresAt: refreshExpiry(tx, now) },
    })
    if (kept.count === 0) throw new AppError('SESSION_REVOKED')
    return addRefreshToken(tx, sessionId)
  })
}
