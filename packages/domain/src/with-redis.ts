import type { Redis } from 'ioredis'
import type { DomainContext } from './context.ts'

/**
 * Runs a cache operation; when Redis is down or slow, gives `fallback` instead. Only for data that can be had elsewhere:
 * the client is built with a short command time-out and no offline queue, so a dead Redis costs milliseconds.
 */
export async function withRedis<T>(
  ctx: Pick<DomainContext, 'redis' | 'log'>,
  operation: (redis: Redis) => Promise<T>,
  fallback: T,
): Promise<T> {
  try {
    return await operation(ctx.redis)
  } catch (cause) {
    ctx.log.warn({ err: cause }, 'redis is not answering; going on without it')
    return fallback
  }
}
