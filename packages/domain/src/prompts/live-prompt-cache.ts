import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'

export interface LivePrompt {
  /** `<tool>@<number>`. */
  name: string
  systemText: string
}

/** Changes invalidate at once; the limit only bounds how long a lost invalidation can matter. */
const cacheSeconds = 30

const keysOf = (tool: ToolKey) => ({ prompt: `prompts:{${tool}}:live:v1`, epoch: `prompts:{${tool}}:epoch` })

/** `epoch` is null when Redis gave no answer; nothing may be written back then. */
export async function readLivePrompt(
  ctx: DomainContext,
  tool: ToolKey,
): Promise<{ cached: LivePrompt | null; epoch: string | null }> {
  const keys = keysOf(tool)
  const values = await withRedis(ctx, (redis) => redis.mget(keys.prompt, keys.epoch), null)
  const text = values?.[0] ?? null
  return { cached: text === null ? null : (JSON.parse(text) as LivePrompt), epoch: values && (values[1] ?? '0') }
}

// A reader that looked before a change must not write after it: the epoch it saw has to be the present one.
const writeIfUnchanged = `
  if (redis.call('GET', KEYS[2]) or '0') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
  return 1`

export async function keepLivePrompt(
  ctx: DomainContext,
  tool: ToolKey,
  prompt: LivePrompt,
  epoch: string,
): Promise<void> {
  const keys = keysOf(tool)
  const text = JSON.stringify(prompt)
  await withRedis(
    ctx,
    (redis) => redis.eval(writeIfUnchanged, 2, keys.prompt, keys.epoch, epoch, text, cacheSeconds),
    null,
  )
}

/** Call after the commit of every change of what is live. */
export async function dropLivePrompt(ctx: DomainContext, tool: ToolKey): Promise<void> {
  const keys = keysOf(tool)
  await withRedis(
    ctx,
    (redis) =>
      redis
        .multi()
        .incr(keys.epoch)
        .expire(keys.epoch, 4 * cacheSeconds)
        .del(keys.prompt)
        .exec(),
    null,
  )
}
