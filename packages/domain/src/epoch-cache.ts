import type { DomainContext } from './context.ts'
import { withRedis } from './with-redis.ts'

/** Where a value is cached and where its changes are counted; both in one hash slot. */
export interface EpochKeys {
  value: string
  epoch: string
}

/** `epoch` is null when Redis gave no answer; nothing may be written back then. */
export async function readEpochCache(
  ctx: DomainContext,
  keys: EpochKeys,
): Promise<{ text: string | null; epoch: string | null }> {
  const values = await withRedis(ctx, (redis) => redis.mget(keys.value, keys.epoch), null)
  return { text: values?.[0] ?? null, epoch: values && (values[1] ?? '0') }
}

// A reader that looked before a change must not write after it: the epoch it saw has to be the present one.
const writeIfUnchanged = `
  if (redis.call('GET', KEYS[2]) or '0') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
  return 1`

export async function writeEpochCache(
  ctx: DomainContext,
  keys: EpochKeys,
  entry: { text: string; epoch: string; seconds: number },
): Promise<void> {
  await withRedis(
    ctx,
    (redis) => redis.eval(writeIfUnchanged, 2, keys.value, keys.epoch, entry.epoch, entry.text, entry.seconds),
    null,
  )
}

/** @param epochSeconds longer than any cached value lives. */
export async function dropEpochCache(
  ctx: Pick<DomainContext, 'redis' | 'log'>,
  keys: EpochKeys,
  epochSeconds: number,
): Promise<void> {
  await withRedis(
    ctx,
    (redis) => redis.multi().incr(keys.epoch).expire(keys.epoch, epochSeconds).del(keys.value).exec(),
    null,
  )
}
