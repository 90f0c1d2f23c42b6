import type { AccountsContext } from './accounts-context.ts'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import { refreshTokenHash } from './refresh-token.ts'
import { revokeSessions } from './revoke-sessions.ts'

/** Ends the session of either token; one that is unknown or over needs no ending, so this never refuses. */
export async function logout(
  ctx: AccountsContext,
  input: { sessionId: string | null; refreshToken: string | null; app: SessionApp },
): Promise<void> {
  const sessionId = input.sessionId ?? (await sessionOf(ctx, input))
  if (sessionId !== null) await revokeSessions(ctx, { where: { id: sessionId }, reason: 'logout' })
}

async function sessionOf(ctx: AccountsContext, input: { refreshToken: string | null; app: SessionApp }) {
  if (input.refreshToken === null) return null
  const token = await ctx.prisma.refreshToken.findFirst({
    where: { tokenHash: refreshTokenHash(input.refreshToken), session: { app: input.app } },
    select: { sessionId: true },
  })
  return token?.sessionId ?? null
}
