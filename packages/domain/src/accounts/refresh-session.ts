import { AppError } from '@mozhou/contracts/errors'
import { inTransaction } from '../transaction.ts'
import type { AccountsContext } from './accounts-context.ts'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import { issueTokens } from './issue-tokens.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { refreshExpiry } from './open-session.ts'
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
  successor_used_at: Date | null
  expires_at: Date
  revoked_at: Date | null
  role: string
  status: string
}

/**
 * Rotation: each refresh token is good for one use and has one successor. The same token within ten seconds gives that successor again
 * (two tabs, a lost answer); later, or once the successor was used, it is a stolen copy, and the whole family ends.
 * @throws AppError SESSION_EXPIRED, SESSION_REVOKED, ACCOUNT_SUSPENDED, FORBIDDEN
 */
export async function refreshSession(
  ctx: AccountsContext,
  input: { refreshToken: string; app: SessionApp; ipAddress: string; requestId: string },
): Promise<IssuedTokens> {
  const now = ctx.clock.now()
  const successor = ctx.successorOf(input.refreshToken)
  const token = await presentToken(ctx, { token: input.refreshToken, successor, now })
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
  if (isStolenReuse(token.used_at, token.successor_used_at, now)) {
    await reportStolenToken(ctx, { sessionId, userId, ipAddress: input.ipAddress, requestId: input.requestId })
    throw new AppError('SESSION_REVOKED')
  }
  const refreshTokenExpiresAt = await succeed(ctx, { sessionId, successor, now })
  return issueTokens(ctx, { refreshToken: successor, refreshTokenExpiresAt, sessionId, userId, app })
}

/** Marks the token as used, unless it was, and tells when that first was: one statement, so no two callers are both first. */
async function presentToken(
  ctx: AccountsContext,
  { token, successor, now }: { token: string; successor: string; now: Date },
): Promise<PresentedToken | undefined> {
  const rows = await ctx.prisma.$queryRaw<PresentedToken[]>`
    UPDATE refresh_tokens t SET used_at = COALESCE(t.used_at, ${now})
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE t.token_hash = ${refreshTokenHash(token)} AND s.id = t.session_id
    RETURNING t.session_id, s.user_id, s.app, t.expires_at AS token_expires_at, t.used_at, s.expires_at, s.revoked_at,
      u.role, u.status,
      (SELECT n.used_at FROM refresh_tokens n WHERE n.token_hash = ${refreshTokenHash(successor)}) AS successor_used_at`
  return rows[0]
}

/** @returns when the successor expires. */
function succeed(
  ctx: AccountsContext,
  { sessionId, successor, now }: { sessionId: string; successor: string; now: Date },
): Promise<Date> {
  return inTransaction(ctx, async (tx) => {
    const expiresAt = refreshExpiry(tx, now)
    const kept = await tx.prisma.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { lastUsedAt: now, expiresAt },
    })
    if (kept.count === 0) throw new AppError('SESSION_REVOKED')
    await tx.prisma.refreshToken.createMany({
      data: { id: tx.newId(), sessionId, tokenHash: refreshTokenHash(successor), createdAt: now, expiresAt },
      skipDuplicates: true,
    })
    return expiresAt
  })
}
