import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '@mozhou/domain/context'
import { withRedis } from '@mozhou/domain/with-redis'
import type { Response } from 'express'

/** Event streams that a person has open, in all processes together; while Redis is away, in this one. */
export interface PersonStreams {
  /** Counts one until `leave`. @throws AppError EVENT_STREAMS_LIMIT */
  enter(userId: string): Promise<() => void>
}

type StreamsContext = Pick<DomainContext, 'redis' | 'log' | 'clock' | 'newId'>

/** A stream of a process that was killed counts for so long; a living one says three times within it that its streams are open. */
const leaseMs = 60_000

/** A sorted set for each person: their streams, scored by when they cease to count. */
const enterScript = `
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 'full' end
redis.call('ZADD', KEYS[1], ARGV[1] + ARGV[3], ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 'entered'`

const keyOf = (userId: string) => `streams:${userId}`

export function createPersonStreams(ctx: StreamsContext, limit: number, renewEveryMs = leaseMs / 3): PersonStreams {
  const open = new Map<string, Set<string>>()
  renewWhileOpen(ctx, open, renewEveryMs)
  const forget = (userId: string, id: string) => {
    const ids = open.get(userId)
    if (!ids?.delete(id)) return
    if (ids.size === 0) open.delete(userId)
    void withRedis(ctx, (redis) => redis.zrem(keyOf(userId), id), 0)
  }
  return {
    async enter(userId) {
      const ids = open.get(userId) ?? new Set()
      if (ids.size >= limit) throw new AppError('EVENT_STREAMS_LIMIT', { limit })
      const id = ctx.newId()
      // Before Redis is asked, so that many at once do not all find room here while it is away.
      open.set(userId, ids.add(id))
      const args = [ctx.clock.now().getTime(), limit, leaseMs, id]
      const answer = await withRedis(ctx, (redis) => redis.eval(enterScript, 1, keyOf(userId), ...args), 'unknown')
      if (answer !== 'full') return () => forget(userId, id)
      forget(userId, id)
      throw new AppError('EVENT_STREAMS_LIMIT', { limit })
    },
  }
}

function renewWhileOpen(ctx: StreamsContext, open: ReadonlyMap<string, ReadonlySet<string>>, everyMs: number): void {
  setInterval(() => {
    if (open.size === 0) return
    const until = ctx.clock.now().getTime() + leaseMs
    const renew = async (redis: StreamsContext['redis']) => {
      const batch = redis.pipeline()
      for (const [userId, ids] of open) {
        batch.zadd(keyOf(userId), ...[...ids].flatMap((id) => [until, id])).pexpire(keyOf(userId), leaseMs)
      }
      return batch.exec()
    }
    void withRedis(ctx, renew, null)
  }, everyMs).unref()
}

/** Counts the stream that this answer is, for as long as it is open. @throws AppError EVENT_STREAMS_LIMIT */
export async function enterUntilClosed(streams: PersonStreams, userId: string, res: Response): Promise<void> {
  // Left while it was found out who they are: nothing will close any more.
  if (res.closed) return
  const leave = await streams.enter(userId)
  if (res.closed) leave()
  else res.once('close', leave)
}
