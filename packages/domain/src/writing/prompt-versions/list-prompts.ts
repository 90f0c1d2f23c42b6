import type { PromptVersionDto, ToolPromptDto } from '@mozhou/contracts/prompts/answers'
import { promptKeys } from '@mozhou/contracts/prompts/keys'
import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import type { DomainContext } from '../../context.ts'
import { promptSelect, toPromptDtos } from './prompt-dto.ts'
import { seedPrompt } from './seed-prompt.ts'

/** Every tool and where its prompt stands. */
export async function listToolPrompts(ctx: DomainContext): Promise<ToolPromptDto[]> {
  for (const tool of promptKeys) await seedPrompt(ctx, tool)
  const rows = await ctx.prisma.promptVersion.findMany({
    select: { toolKey: true, number: true, status: true, publishedAt: true },
  })
  return promptKeys.flatMap((tool) => {
    const versions = rows.filter((row) => row.toolKey === tool)
    const live = versions.find((row) => row.status === 'live')
    if (!live?.publishedAt) return []
    const drafts = versions.filter((row) => row.status === 'draft').length
    const livePublishedAt = live.publishedAt.toISOString()
    return [{ tool, liveNumber: live.number, livePublishedAt, drafts, versions: versions.length }]
  })
}

/** Every version of one tool's prompt, the newest first. */
export async function listPromptVersions(ctx: DomainContext, input: { tool: PromptKey }): Promise<PromptVersionDto[]> {
  await seedPrompt(ctx, input.tool)
  const rows = await ctx.prisma.promptVersion.findMany({
    where: { toolKey: input.tool },
    orderBy: { number: 'desc' },
    select: promptSelect,
  })
  return toPromptDtos(ctx, rows)
}
