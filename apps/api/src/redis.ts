import { Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'
import type { Logger } from 'pino'

const retryStrategy = (attempt: number) => Math.min(attempt * 100, 2_000)

/** For caches and counters: without Redis a command fails within milliseconds, and its caller goes on without it. */
export function createRedisClient(url: string, log: Logger): Redis {
  return connect(url, log, { commandTimeout: 500, maxRetriesPerRequest: 0, enableOfflineQueue: false })
}

/** For subscriptions, which need a connection of their own and come back by themselves. */
export function createRedisSubscriber(url: string, log: Logger): Redis {
  return connect(url, log, { maxRetriesPerRequest: null })
}

function connect(url: string, log: Logger, options: RedisOptions): Redis {
  const redis = new Redis(url, { ...options, connectTimeout: 2_000, retryStrategy })
  redis.on('error', (error: Error) => log.warn({ reason: error.message }, 'redis connection'))
  return redis
}
