import { Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import { outages } from './outages.ts'

const everySecond = (attempt: number) => Math.min(50 * attempt, 1_000)

/** What a connection is for decides what it does while Redis is away. */
const uses = {
  /** Caches, counters and progress: a command fails within milliseconds, and its caller goes on without it. */
  cache: {
    commandTimeout: outages['redis.cache'].deadlineMs,
    socketTimeout: outages['redis.silence'].deadlineMs,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: everySecond,
  },
  /** Subscriptions need a connection of their own, and come back by themselves. */
  subscriber: { maxRetriesPerRequest: null, retryStrategy: everySecond },
  /** A command on the database is not kept waiting by a cache: it tries once. */
  command: {
    commandTimeout: outages['redis.command'].deadlineMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  },
} as const satisfies Record<string, RedisOptions>

export type RedisUse = keyof typeof uses

/** The one way to a connection; an outage is logged when it begins and when it ends. */
export function createRedis(url: string, log: Logger, use: RedisUse, keyPrefix = ''): Redis {
  const redis = new Redis(url, { connectTimeout: outages['redis.connect'].deadlineMs, keyPrefix, ...uses[use] })
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
