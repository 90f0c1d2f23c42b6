import type { PlatformRulesDto } from '@mozhou/contracts/platform-rules/answers'
import { platformRulesAnswer } from '@mozhou/contracts/platform-rules/answers'
import type { DomainContext } from '../context.ts'
import { dropEpochCache, readEpochCache, writeEpochCache } from '../epoch-cache.ts'

const keys = { value: 'platforms:{rules}:v1', epoch: 'platforms:{rules}:epoch' }
/** Changes invalidate at once; the limit only bounds how long a lost invalidation can matter. */
const cacheSeconds = 30

/** `epoch` is null when Redis gave no answer; nothing may be written back then. */
export async function readKeptRules(
  ctx: DomainContext,
): Promise<{ kept: PlatformRulesDto | null; epoch: string | null }> {
  const { text, epoch } = await readEpochCache(ctx, keys)
  return { kept: text === null ? null : platformRulesAnswer.parse(JSON.parse(text)), epoch }
}

export async function keepRules(ctx: DomainContext, rules: PlatformRulesDto, epoch: string): Promise<void> {
  await writeEpochCache(ctx, keys, { text: JSON.stringify(rules), epoch, seconds: cacheSeconds })
}

/** Call after the commit of every change. */
export async function dropKeptRules(ctx: Pick<DomainContext, 'redis' | 'log'>): Promise<void> {
  await dropEpochCache(ctx, keys, 4 * cacheSeconds)
}
