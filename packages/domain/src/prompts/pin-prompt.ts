import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { promptOf } from '../creations/prompts/registry.ts'
import { getLivePrompt } from './get-live-prompt.ts'
import type { LivePrompt } from './live-prompt-cache.ts'
import { numberOf } from './prompt-name.ts'

/** The prompt a generation is written with: the live one when its first attempt begins, and that one for all its later attempts. */
export async function pinPrompt(
  ctx: DomainContext,
  generation: { id: string; tool: ToolKey; promptVersion: string | null },
): Promise<LivePrompt> {
  if (generation.promptVersion !== null) return readPrompt(ctx, generation.tool, generation.promptVersion)
  const live = await getLivePrompt(ctx, generation.tool)
  const rows = await ctx.prisma.$queryRaw<{ name: string }[]>`
    UPDATE generations SET prompt_version = coalesce(prompt_version, ${live.name}) WHERE id = ${generation.id}::uuid
    RETURNING prompt_version AS name`
  const name = rows[0]?.name ?? live.name
  return name === live.name ? live : readPrompt(ctx, generation.tool, name)
}

/** A version that was live once says for ever what it said; one the table does not know came from the code. */
async function readPrompt(ctx: DomainContext, tool: ToolKey, name: string): Promise<LivePrompt> {
  const row = await ctx.prisma.promptVersion.findUnique({
    where: { toolKey_number: { toolKey: tool, number: numberOf(name) } },
    select: { systemText: true },
  })
  return { name, systemText: row?.systemText ?? promptOf(tool).system }
}
