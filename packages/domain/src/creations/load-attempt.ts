import type { GenerationKind } from '@mozhou/contracts/creations'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { readGenerationForm } from './generation-form.ts'
import { pinPrompt } from '../prompts/pin-prompt.ts'
import { buildPrompt } from './prompts/registry.ts'
import type { BuiltPrompt } from './prompts/prompt.ts'

export interface LoadedAttempt {
  creationId: string
  userId: string
  tool: ToolKey
  title: string
  isEnded: boolean
  isStopRequested: boolean
  /** What the new text is added to: the cut text of a continuation, else nothing. */
  baseText: string
  prompt: BuiltPrompt
}

/** Everything an attempt needs of its generation, the prompt built. */
export async function loadAttempt(ctx: DomainContext, generationId: string): Promise<LoadedAttempt> {
  const row = await ctx.prisma.generation.findUniqueOrThrow({
    where: { id: generationId },
    select: {
      kind: true,
      status: true,
      input: true,
      baseVersionId: true,
      stopRequestedAt: true,
      creationId: true,
      userId: true,
      promptVersion: true,
      creation: { select: { toolKey: true, title: true } },
    },
  })
  const kind = row.kind as GenerationKind
  const tool = row.creation.toolKey as ToolKey
  const baseText = row.baseVersionId === null ? null : await readRawText(ctx, row.baseVersionId)
  const { form, optimise } = readGenerationForm(kind, row.input)
  const isEnded = row.status !== 'accepted' && row.status !== 'running'
  const generation = { id: generationId, tool, promptVersion: row.promptVersion }
  const { systemText } = isEnded ? { systemText: undefined } : await pinPrompt(ctx, generation)
  return {
    creationId: row.creationId,
    userId: row.userId,
    tool,
    title: row.creation.title,
    isEnded,
    isStopRequested: row.stopRequestedAt !== null,
    baseText: kind === 'continue' ? (baseText ?? '') : '',
    prompt: buildPrompt(tool, { kind, input: form, baseText, optimise }, systemText),
  }
}

async function readRawText(ctx: DomainContext, versionId: string): Promise<string> {
  const version = await ctx.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { rawText: true } })
  return version.rawText
}
