import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import type { DomainContext } from '../../context.ts'
import { systemOf } from '../prompts/system-of.ts'
import { getLivePrompt } from './get-live-prompt.ts'
import type { LivePrompt } from './live-prompt-cache.ts'
import { numberOf } from './prompt-name.ts'

/**
 * The prompt a generation is written with: the live one for its first attempt, which pins it when it claims the draft, and that one for
 * all later attempts.
 */
export async function pinnedPrompt(
  ctx: DomainContext,
  generation: { tool: PromptKey; promptVersion: string | null },
): Promise<LivePrompt> {
  const { tool, promptVersion } = generation
  return promptVersion === null ? getLivePrompt(ctx, tool) : readPrompt(ctx, tool, promptVersion)
}

/** A version that was live once says for ever what it said; one the table does not know came from the code. */
async function readPrompt(ctx: DomainContext, tool: PromptKey, name: string): Promise<LivePrompt> {
  const row = await ctx.prisma.promptVersion.findUnique({
    where: { toolKey_number: { toolKey: tool, number: numberOf(name) } },
    select: { systemText: true },
  })
  return { name, systemText: row?.systemText ?? systemOf(tool) }
}
