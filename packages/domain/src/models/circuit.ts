import { createHash } from 'node:crypto'
import type { CircuitDto } from '@mozhou/contracts/models/answers'
import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'

/** Opens when more than half of at least five calls within a minute failed; after half a minute one probe may pass. */
const windowMs = 60_000
const minCalls = 5
const openMs = 30_000

/** A circuit belongs to a vendor's model called with one key: another key of the same vendor may be fine. */
export interface Circuit {
  modelId: string
  key: string
}

export function circuitOf(model: { vendor: string; id: string; credentials: Uint8Array }): Circuit {
  const credential = createHash('sha256').update(model.credentials).digest('hex').slice(0, 16)
  return { modelId: model.id, key: `circuit:${model.vendor}:${credential}:${model.id}` }
}

/** Models whose circuit opened, scored by when it may be tried again: planning reads this one set. */
const openSet = 'circuit:open'

/** State is a hash (`openUntil`, `probeUntil`) beside a sorted set of calls scored by time; the clock is the caller's. */
const admitScript = `
local now = tonumber(ARGV[1])
local openUntil = tonumber(redis.call('HGET', KEYS[1], 'openUntil') or '0')
if openUntil == 0 then return 'closed' end
if now < openUntil then return 'open' end
local probeUntil = tonumber(redis.call('HGET', KEYS[1], 'probeUntil') or '0')
if now < probeUntil then return 'open' end
redis.call('HSET', KEYS[1], 'probeUntil', now + tonumber(ARGV[2]))
redis.call('PEXPIRE', KEYS[1], 600000)
return 'half_open'`

const recordScript = `
local now, isOk, id = tonumber(ARGV[1]), ARGV[2] == '1', ARGV[3]
local window, minCalls, openMs = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local openUntil = tonumber(redis.call('HGET', KEYS[1], 'openUntil') or '0')
if openUntil > 0 then
  if now < openUntil then return 'open' end
  if isOk then
    redis.call('DEL', KEYS[1], KEYS[2])
    redis.call('ZREM', KEYS[3], ARGV[7])
    return 'closed'
  end
  redis.call('HSET', KEYS[1], 'openUntil', now + openMs, 'probeUntil', 0)
  redis.call('ZADD', KEYS[3], now + openMs, ARGV[7])
  redis.call('PEXPIRE', KEYS[1], 600000)
  return 'open'
end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - window)
redis.call('ZADD', KEYS[2], now, (isOk and '+' or '-') .. id)
redis.call('PEXPIRE', KEYS[2], window)
local calls, failures = redis.call('ZRANGE', KEYS[2], 0, -1), 0
for _, call in ipairs(calls) do if string.sub(call, 1, 1) == '-' then failures = failures + 1 end end
if #calls >= minCalls and failures * 2 > #calls then
  redis.call('HSET', KEYS[1], 'openUntil', now + openMs, 'probeUntil', 0)
  redis.call('PEXPIRE', KEYS[1], 600000)
  redis.call('DEL', KEYS[2])
  redis.call('ZADD', KEYS[3], now + openMs, ARGV[7])
  return 'open'
end
return 'closed'`

/** May this call go out? `half_open` means: yes, as the one probe. Without Redis every circuit counts as closed. */
export async function admitCall(ctx: DomainContext, circuit: Circuit, probeMs: number): Promise<CircuitDto['state']> {
  const now = ctx.clock.now().getTime()
  const state = await withRedis(ctx, (redis) => redis.eval(admitScript, 1, circuit.key, now, probeMs), 'closed')
  return state === 'open' || state === 'half_open' ? state : 'closed'
}

export async function recordCall(ctx: DomainContext, circuit: Circuit, isOk: boolean): Promise<void> {
  const now = ctx.clock.now().getTime()
  const args = [now, isOk ? '1' : '0', ctx.newId(), windowMs, minCalls, openMs, circuit.modelId]
  const keys = [circuit.key, `${circuit.key}:calls`, openSet]
  await withRedis(ctx, (redis) => redis.eval(recordScript, keys.length, ...keys, ...args), null)
}

/** For operators: where the circuit stands now. */
export async function readCircuit(ctx: DomainContext, { key }: Circuit): Promise<CircuitDto> {
  const now = ctx.clock.now().getTime()
  const closed: CircuitDto = { state: 'closed', failures: 0, calls: 0, retryAt: null }
  return withRedis(
    ctx,
    async (redis) => {
      const [openUntil, calls] = await Promise.all([
        redis.hget(key, 'openUntil'),
        redis.zrangebyscore(`${key}:calls`, now - windowMs, '+inf'),
      ])
      const counted = { calls: calls.length, failures: calls.filter((call) => call.startsWith('-')).length }
      const until = Number(openUntil ?? 0)
      if (until === 0) return { ...closed, ...counted }
      const state = now < until ? 'open' : 'half_open'
      return { ...counted, state, retryAt: new Date(until).toISOString() }
    },
    closed,
  )
}

/** After an operator changed the key or address, or a test call passed: start afresh. */
export async function resetCircuit(ctx: DomainContext, { key, modelId }: Circuit): Promise<void> {
  await withRedis(ctx, (redis) => redis.multi().del(key, `${key}:calls`).zrem(openSet, modelId).exec(), null)
}

/** Ids of models behind an open circuit; none while Redis is away. */
export async function readOpenCircuits(ctx: DomainContext): Promise<ReadonlySet<string>> {
  return (await readKnownCircuits(ctx)) ?? new Set()
}

/** The same, and null while Redis is away. */
export async function readKnownCircuits(
  ctx: Pick<DomainContext, 'redis' | 'log' | 'clock'>,
): Promise<ReadonlySet<string> | null> {
  const now = ctx.clock.now().getTime()
  const open = await withRedis<string[] | null>(ctx, (redis) => redis.zrangebyscore(openSet, `(${now}`, '+inf'), null)
  return open && new Set(open)
}
