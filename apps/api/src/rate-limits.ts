import { AppError } from '@mozhou/contracts/errors'
import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

export interface RateLimitSettings {
  /** Calls per minute of one signed-in person. */
  user: number
  /** Calls per minute of everyone signed in behind one address: an office, a school, or one thief with many accounts. */
  address: number
  /** Calls per minute of one address that is not signed in. */
  anonymous: number
  /** Calls per minute that take a password, per address or person. */
  auth: number
  /** The same per hour: what an address may make us compute. */
  authHour: number
  /** Refreshes per minute of everyone behind one address, apart from other calls: an office keeps its sessions whatever else it does. */
  refresh: number
}

export type RateLimitKind = keyof RateLimitSettings

export interface RateLimitState {
  kind: RateLimitKind
  /** Calls left until the window ends. */
  remaining: number
  resetSeconds: number
}

export interface RateLimits {
  settings: RateLimitSettings
  /** Counts one call; each call of a batch counts. @throws AppError RATE_LIMITED {retryAfterSeconds} */
  consume(kind: RateLimitKind, key: string): Promise<RateLimitState>
  /** Takes one call out of the count again. */
  giveBack(kind: RateLimitKind, key: string): Promise<RateLimitState>
}

const minute = 60
const windows = {
  user: minute,
  address: minute,
  anonymous: minute,
  auth: minute,
  authHour: 60 * minute,
  refresh: minute,
} satisfies Record<RateLimitKind, number>

/** How long calls of a kind are counted together. */
export const windowSeconds = (kind: RateLimitKind): number => windows[kind]

const stateOf = (kind: RateLimitKind, { remainingPoints, msBeforeNext }: RateLimiterRes): RateLimitState => ({
  kind,
  remaining: remainingPoints,
  resetSeconds: Math.ceil(msBeforeNext / 1000),
})

/** Counted in Redis for all processes together; while Redis is away each process counts for itself. */
export function createRateLimits(redis: Redis, settings: RateLimitSettings): RateLimits {
  const limiterOf = (kind: RateLimitKind) => {
    const options = { keyPrefix: `limit:${kind}`, points: settings[kind], duration: windows[kind] }
    const insuranceLimiter = new RateLimiterMemory(options)
    return new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true, insuranceLimiter })
  }
  const limiters = {
    user: limiterOf('user'),
    address: limiterOf('address'),
    anonymous: limiterOf('anonymous'),
    auth: limiterOf('auth'),
    authHour: limiterOf('authHour'),
    refresh: limiterOf('refresh'),
  }
  return {
    settings,
    giveBack: async (kind, key) => stateOf(kind, await limiters[kind].reward(key)),
    consume: async (kind, key) => {
      try {
        return stateOf(kind, await limiters[kind].consume(key))
      } catch (cause) {
        if (!(cause instanceof RateLimiterRes)) throw cause
        throw new AppError('RATE_LIMITED', { retryAfterSeconds: Math.ceil(cause.msBeforeNext / 1000) })
      }
    },
  }
}
