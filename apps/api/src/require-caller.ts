import type { ApiKeyScope } from '@mozhou/contracts/api-key-scopes'
import { AppError } from '@mozhou/contracts/errors'
import { mayDo } from '@mozhou/contracts/permissions'
import type { Permission } from '@mozhou/contracts/permissions'
import { networkOf } from '@mozhou/domain/accounts/network-of'
import type { Caller, Context, Identity } from './context.ts'

type SessionCaller = Extract<Caller, { kind: 'session' }>

/**
 * Who is calling, counted.
 * @throws AppError UNAUTHENTICATED, SESSION_*, API_KEY_*, ACCOUNT_SUSPENDED, FORBIDDEN, RATE_LIMITED
 */
export async function requireCaller(ctx: Context, scope: ApiKeyScope | undefined): Promise<Caller> {
  const caller = await countedCaller(ctx)
  if (caller.kind === 'session') return caller
  if (scope === undefined || !caller.apiKey.scopes.includes(scope)) throw scopeMissing(scope)
  return caller
}

/** For what no API key may do. */
export async function requireSession(ctx: Context): Promise<SessionCaller> {
  const caller = await countedCaller(ctx)
  if (caller.kind === 'apiKey') throw scopeMissing()
  return caller
}

/**
 * For operators. Sessions of the creators' app are refused whatever the role: that app shows what strangers wrote. So are API keys: a script's key
 * must not be worth an operator's session.
 * @throws AppError as `requireSession`, and FORBIDDEN
 */
export async function requireOperator(ctx: Context, permission: Permission): Promise<SessionCaller> {
  const caller = await requireSession(ctx)
  refuseOthers(caller, permission)
  return caller
}

/** @throws AppError FORBIDDEN for whoever may not do this, and for the creators' app */
export function refuseOthers({ user, session }: Pick<SessionCaller, 'user' | 'session'>, permission: Permission): void {
  if (session.app === 'web' || !mayDo(user.role, permission)) throw new AppError('FORBIDDEN', { permission })
}

/**
 * Counts a call against the person's own limit and their address's; whoever is not signed in is counted by address alone.
 * @throws AppError RATE_LIMITED
 */
export async function countCaller(ctx: Context): Promise<Identity> {
  const identity = await ctx.identify()
  const network = networkOf(ctx.client.ipAddress)
  if (identity.kind === 'unknown') await ctx.limits.consume('anonymous', network)
  else await Promise.all([ctx.limits.consume('user', identity.caller.user.id), ctx.limits.consume('address', network)])
  return identity
}

async function countedCaller(ctx: Context): Promise<Caller> {
  const identity = await countCaller(ctx)
  if (identity.kind === 'unknown') throw identity.refusal
  return identity.caller
}

function scopeMissing(scope?: ApiKeyScope): AppError {
  return new AppError('API_KEY_SCOPE_MISSING', scope === undefined ? {} : { scope })
}
