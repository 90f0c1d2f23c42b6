import type { MembershipDto } from '@mozhou/contracts/accounts'
import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'
import { membershipAt } from './membership-rules.ts'
import type { Period } from './membership-rules.ts'
import { readPeriods } from './read-periods.ts'

/** Bounds how long a lost invalidation can matter. */
const cacheSeconds = 60

/**
 * What pages show. Cached are the periods, not the answer, so that a membership ends on time. A price decision inside a
 * transaction uses `readPeriods` with `membershipAt` instead.
 */
export async function getMembership(ctx: DomainContext, userId: string): Promise<MembershipDto> {
  const { cached, epoch } = await readCache(ctx, userId)
  if (cached !== null) return membershipAt(parsePeriods(cached), ctx.clock.now())
  const periods = await readPeriods(ctx, userId)
  if (epoch !== null) await writeCache(ctx, userId, { periods, epoch })
  return membershipAt(periods, ctx.clock.now())
}

/** Call after the commit of every change of somebody's periods. */
export async function invalidateMembership(ctx: Pick<DomainContext, 'redis' | 'log'>, userId: string): Promise<void> {
  const keys = cacheKeys(userId)
  await withRedis(
    ctx,
    (redis) =>
      redis
        .multi()
        .incr(keys.epoch)
        .expire(keys.epoch, 2 * cacheSeconds)
        .del(keys.periods)
        .exec(),
    null,
  )
}

function cacheKeys(userId: string) {
  return { periods: `membership:{${userId}}:periods`, epoch: `membership:{${userId}}:epoch` }
}

/** `epoch` is null when Redis gave no answer; nothing may be written back then. */
async function readCache(ctx: DomainContext, userId: string): Promise<{ cached: string | null; epoch: string | null }> {
  const keys = cacheKeys(userId)
  const values = await withRedis(ctx, (redis) => redis.mget(keys.periods, keys.epoch), null)
  return { cached: values?.[0] ?? null, epoch: values && (values[1] ?? '0') }
}

// A reader that looked before a change must not write after it: the epoch it saw has to be the present one.
const writeIfUnchanged = `
  if (redis.call('GET', KEYS[2]) or '0') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
  return 1`

async function writeCache(ctx: DomainContext, userId: string, value: { periods: Period[]; epoch: string }) {
  const keys = cacheKeys(userId)
  const text = JSON.stringify(value.periods)
  await withRedis(
    ctx,
    (redis) => redis.eval(writeIfUnchanged, 2, keys.periods, keys.epoch, value.epoch, text, cacheSeconds),
    null,
  )
}

function parsePeriods(cached: string): Period[] {
  const rows = JSON.parse(cached) as { startsAt: string; endsAt: string }[]
  return rows.map((row) => ({ startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }))
}
