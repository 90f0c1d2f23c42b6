import type { AccountsContext } from './accounts-context.ts'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import { refreshTokenHash } from './refresh-token.ts'
import { revokeSessions } from './revoke-sessions.ts'

/**
 * Ends the session that is given, or else the one that a refresh token names; one that is over needs no ending.
 * @returns whether there is such a session.
 */
export async function logout(
  ctx: AccountsContext,
  input: { sessionId: string | null; refreshToken: string | null; app: SessionApp },
): Promise<boolean> {
  const sessionId = input.sessionId ?? (await sessionOf(ctx, input))
  if (sessionId === null) return false
  await revokeSessions(ctx, { where: { id: sessionId }, reason: 'logout' })
  return true
}

async function sessionOf(
  ctx: AccountsContext,
  { refreshToken, app }: { refreshToken: string | null; app: SessionApp },
): Promise<string | null> {
  if (refreshToken === null) return null
  const token = await ctx.prisma.refreshToken.findFirst({
    where: { tokenHash: refreshTokenHash(refreshToken), session: { app } },
    select: { sessionId: true },
  })
  return token?.sessionId ?? null
}
