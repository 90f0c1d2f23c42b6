import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { mainSection } from '@mozhou/contracts/results/sections'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { DomainContext } from '../context.ts'
import { withoutBareHeading } from '../writing/work-plan.ts'
import { readGenerationForm } from '../writing/generation-form.ts'

/** A generation whose writing is over, with its draft and the attempt that wrote it. */
export type FinishedGeneration = Awaited<ReturnType<typeof loadFinished>>

export async function loadFinished(ctx: DomainContext, generationId: string) {
  const [row, usages] = await Promise.all([
    ctx.prisma.generation.findUniqueOrThrow({
      where: { id: generationId },
      select: {
        id: true,
        creationId: true,
        userId: true,
        kind: true,
        status: true,
        input: true,
        draftEpoch: true,
        draftText: true,
        plan: true,
        baseVersionId: true,
        promptVersion: true,
        creation: { select: { title: true, toolKey: true } },
        version: { select: { id: true } },
      },
    }),
    ctx.prisma.modelUsage.findMany({
      where: { generationId },
      orderBy: { epoch: 'asc' },
      select: {
        modelId: true,
        alias: true,
        isSandbox: true,
        inputTokens: true,
        outputTokens: true,
        costMicroYuan: true,
        outcome: true,
      },
    }),
  ])
  return {
    keptSections: await keptSections(ctx, row),
    id: row.id,
    creationId: row.creationId,
    userId: row.userId,
    kind: row.kind as GenerationKind,
    isSucceeded: row.status === 'succeeded',
    isEnded: row.status !== 'accepted' && row.status !== 'running',
    form: readGenerationForm(row.kind as GenerationKind, row.input).form,
    draftEpoch: row.draftEpoch,
    draftText: row.plan === null ? row.draftText : withoutBareHeading(row.draftText),
    baseVersionId: row.baseVersionId,
    promptVersion: row.promptVersion,
    title: row.creation.title,
    tool: row.creation.toolKey as ToolKey,
    versionId: row.version?.id ?? null,
    usage: usageOf(usages),
  }
}

/** What a person wrote around an unfinished long work stays when it is gone on with: the closing step would write it anew. */
async function keptSections(
  ctx: DomainContext,
  row: { kind: string; plan: unknown; baseVersionId: string | null; creation: { toolKey: string } },
): Promise<ToolResult> {
  if (row.kind !== 'continue' || row.plan === null || row.baseVersionId === null) return {}
  const where = { id: row.baseVersionId }
  const { result } = await ctx.prisma.version.findUniqueOrThrow({ where, select: { result: true } })
  const definition: ToolDefinition = tools[row.creation.toolKey as ToolKey]
  const main = mainSection(definition.sections)
  const given = definition.sections.flatMap((section) => {
    const value = (result as ToolResult)[section.field]
    return section === main || value === undefined || value.length === 0 ? [] : [[section.field, value] as const]
  })
  return Object.fromEntries(given)
}

interface UsageRow {
  modelId: string
  alias: string
  isSandbox: boolean
  inputTokens: number
  outputTokens: number
  costMicroYuan: bigint
  outcome: string
}

/** Whose text it is, and what all calls that wrote some of it took; a long work has several. */
function usageOf(usages: readonly UsageRow[]): Omit<UsageRow, 'outcome'> | null {
  const writing = usages.filter(({ outcome }) => outcome !== 'failed' && outcome !== 'lost')
  const last = writing.at(-1) ?? usages.at(-1)
  if (!last) return null
  const counted = writing.length > 0 ? writing : [last]
  return {
    modelId: last.modelId,
    alias: last.alias,
    isSandbox: last.isSandbox,
    inputTokens: counted.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: counted.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    costMicroYuan: counted.reduce((sum, { costMicroYuan }) => sum + costMicroYuan, 0n),
  }
}
