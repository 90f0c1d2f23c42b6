import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import { z } from 'zod'
import type { DomainContext } from '../../context.ts'
import { dropEpochCache, readEpochCache, writeEpochCache } from '../../epoch-cache.ts'

const cachedPrompt = z.object({
  /** `<tool>@<number>`. */
  name: z.string(),
  systemText: z.string(),
})
export type LivePrompt = z.output<typeof cachedPrompt>

/** Changes invalidate at once; the limit only bounds how long a lost invalidation can matter. */
const cacheSeconds = 30

const keysOf = (tool: PromptKey) => ({ value: `prompts:{${tool}}:live:v1`, epoch: `prompts:{${tool}}:epoch` })

/** `epoch` is null when Redis gave no answer; nothing may be written back then. */
export async function readLivePrompt(
  ctx: DomainContext,
  tool: PromptKey,
): Promise<{ cached: LivePrompt | null; epoch: string | null }> {
  const { text, epoch } = await readEpochCache(ctx, keysOf(tool))
  return { cached: text === null ? null : cachedPrompt.parse(JSON.parse(text)), epoch }
}

export async function keepLivePrompt(
  ctx: DomainContext,
  tool: PromptKey,
  prompt: LivePrompt,
  epoch: string,
): Promise<void> {
  await writeEpochCache(ctx, keysOf(tool), { text: JSON.stringify(prompt), epoch, seconds: cacheSeconds })
}

/** Call after the commit of every change of what is live. */
export async function dropLivePrompt(ctx: DomainContext, tool: PromptKey): Promise<void> {
  await dropEpochCache(ctx, keysOf(tool), 4 * cacheSeconds)
}
