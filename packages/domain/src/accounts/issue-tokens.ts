import type { SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import type { AccountsContext } from './accounts-context.ts'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import { getMe } from './get-me.ts'
import type { OpenedSession } from './open-session.ts'

/** What sign-in gives. The edge takes the refresh token out again where a cookie carries it. */
export interface IssuedTokens extends SessionTokensDto {
  sessionId: string
  refreshToken: string
  refreshTokenExpiresAt: string
}

export async function issueTokens(
  ctx: AccountsContext,
  session: OpenedSession & { userId: string; app: SessionApp },
): Promise<IssuedTokens> {
  const issuedAt = ctx.clock.now()
  const expiresAt = new Date(issuedAt.getTime() + ctx.settings.accessTokenMinutes * 60_000)
  const { userId, sessionId, app } = session
  return {
    user: await getMe(ctx, userId),
    sessionId,
    accessToken: ctx.accessTokens.sign({ userId, sessionId, app }, { id: ctx.newId(), issuedAt, expiresAt }),
    accessTokenExpiresAt: expiresAt.toISOString(),
    refreshToken: session.refreshToken,
    refreshTokenExpiresAt: session.refreshTokenExpiresAt.toISOString(),
  }
}
