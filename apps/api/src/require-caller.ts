import type { Authenticated } from '@mozhou/domain/accounts/authenticate'
import { networkOf } from '@mozhou/domain/accounts/network-of'
import type { Context } from './context.ts'

/**
 * Who is calling, counted against their limit; whoever is not signed in is counted by address.
 * @throws AppError UNAUTHENTICATED, SESSION_EXPIRED, SESSION_REVOKED, ACCOUNT_SUSPENDED, FORBIDDEN, RATE_LIMITED
 */
export async function requireCaller(ctx: Context): Promise<Authenticated> {
  const identity = await ctx.identify()
  if (identity.kind === 'unknown') {
    await ctx.limits.consume('anonymous', networkOf(ctx.client.ipAddress))
    throw identity.refusal
  }
  await ctx.limits.consume('user', identity.caller.user.id)
  return identity.caller
}
