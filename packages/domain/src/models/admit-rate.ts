import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'
import type { CatalogueModel } from './catalogue.ts'

const windowMs = 60_000

/** Counts a call against the model's own limit of calls a minute. True where there is none, and while Redis is away. */
export async function admitRate(ctx: DomainContext, model: Pick<CatalogueModel, 'id' | 'limits'>): Promise<boolean> {
  const limit = model.limits.requestsPerMinute
  if (typeof limit !== 'number') return true
  const key = `model-rate:${model.id}:${Math.floor(ctx.clock.now().getTime() / windowMs)}`
  const calls = await withRedis(
    ctx,
    async (redis) => {
      const replies = await redis
        .multi()
        .incr(key)
        .pexpire(key, 2 * windowMs)
        .exec()
      return Number(replies?.[0]?.[1] ?? 0)
    },
    0,
  )
  return calls <= limit
}
