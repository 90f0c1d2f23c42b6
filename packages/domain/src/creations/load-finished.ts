import type { GenerationKind } from '@mozhou/contracts/creations'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { readGenerationForm } from './generation-form.ts'

/** A generation whose writing is over, with its draft and the attempt that wrote it. */
export type FinishedGeneration = Awaited<ReturnType<typeof loadFinished>>

export async function loadFinished(ctx: DomainContext, generationId: string) {
  const [row, usage] = await Promise.all([
    ctx.prisma.generation.findUniqueOrThrow({
      where: { id: generationId },
      select: {
        id: true,
        creationId: true,
        kind: true,
        status: true,
        input: true,
        draftEpoch: true,
        draftText: true,
        baseVersionId: true,
        promptVersion: true,
        creation: { select: { title: true, toolKey: true } },
        version: { select: { id: true } },
      },
    }),
    ctx.prisma.modelUsage.findFirst({
      where: { generationId },
      orderBy: { epoch: 'desc' },
      select: {
        modelId: true,
        alias: true,
        isSandbox: true,
        inputTokens: true,
        outputTokens: true,
        costMicroYuan: true,
      },
    }),
  ])
  return {
    id: row.id,
    creationId: row.creationId,
    kind: row.kind as GenerationKind,
    isEnded: row.status !== 'accepted' && row.status !== 'running',
    form: readGenerationForm(row.kind as GenerationKind, row.input).form,
    draftEpoch: row.draftEpoch,
    draftText: row.draftText,
    baseVersionId: row.baseVersionId,
    promptVersion: row.promptVersion,
    title: row.creation.title,
    tool: row.creation.toolKey as ToolKey,
    versionId: row.version?.id ?? null,
    usage,
  }
}
