import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import type { DomainContext } from '../../context.ts'
import { systemOf, promptVersionOf } from '../prompts/system-of.ts'
import { keepLivePrompt, readLivePrompt } from './live-prompt-cache.ts'
import type { LivePrompt } from './live-prompt-cache.ts'
import { promptName } from './prompt-name.ts'
import { seedPrompt } from './seed-prompt.ts'

/** The prompt new texts are written with. From Redis when it can, from the database when it must, from the code when neither has one. */
export async function getLivePrompt(ctx: DomainContext, tool: PromptKey): Promise<LivePrompt> {
  const { cached, epoch } = await readLivePrompt(ctx, tool)
  if (cached !== null) return cached
  await seedPrompt(ctx, tool)
  const row = await ctx.prisma.promptVersion.findFirst({
    where: { toolKey: tool, status: 'live' },
    select: { number: true, systemText: true },
  })
  if (!row) return { name: promptVersionOf(tool), systemText: systemOf(tool) }
  const prompt = { name: promptName(tool, row.number), systemText: row.systemText }
  if (epoch !== null) await keepLivePrompt(ctx, tool, prompt, epoch)
  return prompt
}
