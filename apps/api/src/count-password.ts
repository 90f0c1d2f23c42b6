import { AppError } from '@mozhou/contracts/errors'
import { networkOf } from '@mozhou/domain/accounts/network-of'
import type { Context } from './context.ts'

/** One request offers one password: fifty in one body would be fifty hashes for the price of a request. */
export async function countPassword(ctx: Context, key: string): Promise<void> {
  if (ctx.isBatched) throw new AppError('VALIDATION_FAILED', { field: 'batch', rule: 'not_batchable' })
  await Promise.all([ctx.limits.consume('auth', key), ctx.limits.consume('authHour', key)])
}

/**
 * A password that was right counts against its account instead of the address: a school behind one address signs in as often as it has people,
 * and what fails there shuts out nobody sooner. An account that has used up its own hour is counted at the address on.
 */
export async function countAtAccount(ctx: Context, userId: string): Promise<void> {
  try {
    await ctx.limits.consume('authHour', userId)
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'RATE_LIMITED') return
    throw cause
  }
  await ctx.limits.giveBack('authHour', networkOf(ctx.client.ipAddress))
}
