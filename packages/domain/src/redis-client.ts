import { Redis } from 'ioredis'
import type { Logger } from 'pino'

/**
 * A connection that fails fast: commands wait half a second at most, and none is queued while Redis is away, so that a dead cache
 * costs milliseconds. It reconnects by itself, every second at the slowest.
 */
export function createRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    commandTimeout: 500,
    connectTimeout: 2_000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
  })
  let isDown = false
  redis.on('error', (err) => {
    if (!isDown) log.warn({ err }, 'redis is not answering')
    isDown = true
  })
  redis.on('ready', () => {
    if (isDown) log.info('redis is back')
    isDown = false
  })
  return redis
}
