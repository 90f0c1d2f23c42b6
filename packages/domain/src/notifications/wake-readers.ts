import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'

export const unreadChannel = (userId: string) => `notifications:${userId}`

/** Lets the person's open pages count anew. Lost while Redis is away: they look by themselves now and then. */
export async function wakeReaders(ctx: Pick<DomainContext, 'redis' | 'log'>, userId: string): Promise<void> {
  await withRedis(ctx, (redis) => redis.publish(unreadChannel(userId), ''), 0)
}
