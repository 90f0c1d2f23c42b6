import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { accountKey } from './account-key.ts'
import { reserveLoginAttempt } from './login-attempts.ts'
import { networkOf } from './network-of.ts'

/** How long a link to set a new password holds. */
export const resetMinutes = 30

/**
 * Takes down that somebody asks for a link, by name or by address. Whether an account has that name is looked up by the worker alone: answer,
 * refusal and cost here are the same for every name. Answers the id that the mail is sent for.
 * @throws AppError PASSWORD_RESET_UNAVAILABLE without mail, PASSWORD_RESET_LIMIT for a name asked for too often from one network
 */
export async function requestPasswordReset(
  ctx: DomainContext,
  { login, ipAddress }: { login: string; ipAddress: string },
): Promise<string> {
  if (!ctx.settings.verifiesEmail) throw new AppError('PASSWORD_RESET_UNAVAILABLE')
  const askedFor = accountKey(login)
  const now = ctx.clock.now()
  const attempt = { loginKey: `reset:${askedFor}`, network: networkOf(ipAddress) }
  const lockedUntil = await reserveLoginAttempt(ctx, attempt)
  if (lockedUntil)
    throw new AppError('PASSWORD_RESET_LIMIT', {
      retryAfterSeconds: Math.ceil((lockedUntil.getTime() - now.getTime()) / 1000),
    })
  const id = ctx.newId()
  const expiresAt = new Date(now.getTime() + resetMinutes * 60_000)
  await ctx.prisma.passwordReset.create({ data: { id, askedFor, createdAt: now, expiresAt }, select: { id: true } })
  return id
}
