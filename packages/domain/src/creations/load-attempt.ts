import type { GenerationKind } from '@mozhou/contracts/creations'
import type { WorkPlace } from '@mozhou/contracts/events'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/tools/tool'
import type { DomainContext } from '../context.ts'
import { readGenerationForm, readRewriteForm } from './generation-form.ts'
import { pinnedPrompt } from '../prompts/pinned-prompt.ts'
import { piecesOf } from './plan-optimising.ts'
import {
  buildClosingPrompt,
  buildOptimisedPartPrompt,
  buildOutlinePrompt,
  buildPartPrompt,
} from './prompts/part-prompts.ts'
import { buildPrompt } from './prompts/registry.ts'
import type { BuiltPrompt } from './prompts/prompt.ts'
import { buildRewritePrompt } from './prompts/rewrite-selection.ts'
import { baseOfStep, isClosing, mainTextOf, readPlan } from './work-plan.ts'
import type { WorkPlan, WorkStep } from './work-plan.ts'

export interface LoadedAttempt {
  creationId: string
  userId: string
  kind: GenerationKind
  tool: ToolKey
  title: string
  isEnded: boolean
  isStopRequested: boolean
  /** What the new text is added to: the cut text of a continuation, else nothing. */
  baseText: string
  prompt: BuiltPrompt
  /** Name of the prompt's version; null only for an ended generation that never had one. */
  promptVersion: string | null
  /** Of a long work, with the step that this attempt writes. */
  work: LoadedStep | null
  draftEpoch: number
}

export interface LoadedStep {
  step: WorkStep
  /** Null while the outline is still to be made. */
  plan: WorkPlan | null
  /** A repeat of a step that was stored already. */
  isDone: boolean
  place: WorkPlace
}

/** Everything an attempt needs of its generation, the prompt built. */
export async function loadAttempt(
  ctx: DomainContext,
  { generationId, step }: { generationId: string; step?: WorkStep },
): Promise<LoadedAttempt> {
  const row = await ctx.prisma.generation.findUniqueOrThrow({
    where: { id: generationId },
    select: {
      kind: true,
      status: true,
      input: true,
      baseVersionId: true,
      stopRequestedAt: true,
      draftText: true,
      draftEpoch: true,
      plan: true,
      creationId: true,
      userId: true,
      promptVersion: true,
      creation: { select: { toolKey: true, title: true } },
    },
  })
  const kind = row.kind as GenerationKind
  const tool = row.creation.toolKey as ToolKey
  const { form, optimise } = readGenerationForm(kind, row.input)
  const isEnded = row.status !== 'accepted' && row.status !== 'running'
  const pinned = isEnded ? null : await pinnedPrompt(ctx, { tool, promptVersion: row.promptVersion })
  const system = pinned?.systemText
  const common = {
    creationId: row.creationId,
    userId: row.userId,
    kind,
    tool,
    title: row.creation.title,
    isEnded,
    isStopRequested: row.stopRequestedAt !== null,
    draftEpoch: row.draftEpoch,
    promptVersion: pinned?.name ?? row.promptVersion,
  }
  if (step !== undefined) {
    const plan = readPlan(row.plan)
    const optimised = plan?.optimise ? await readMainText(ctx, tool, plan.optimise.versionId) : null
    return { ...common, ...loadStep({ tool, form, step, plan, text: row.draftText, system, optimised }) }
  }
  const isRewrite = kind === 'rewrite'
  const baseText = isRewrite || row.baseVersionId === null ? null : await readRawText(ctx, row.baseVersionId)
  return {
    ...common,
    work: null,
    baseText: kind === 'continue' ? (baseText ?? '') : '',
    prompt: isRewrite
      ? buildRewritePrompt(readRewriteForm(row.input))
      : buildPrompt(tool, { kind, input: form, baseText, optimise }, system),
  }
}

interface StepQuestion {
  tool: ToolKey
  form: unknown
  step: WorkStep
  plan: WorkPlan | null
  text: string
  /** The pinned version's; undefined takes the code's own. */
  system: string | undefined
  /** The text whose pieces are the parts. */
  optimised: string | null
}

function loadStep({
  tool,
  form,
  step,
  plan,
  text,
  system,
  optimised,
}: StepQuestion): Pick<LoadedAttempt, 'work' | 'baseText' | 'prompt'> {
  if (step === 'outline') {
    const place = { index: 0, total: null, title: '' }
    return {
      work: { step, plan, isDone: plan !== null, place },
      baseText: '',
      prompt: buildOutlinePrompt(tool, form, system),
    }
  }
  if (!plan) throw new Error(`step ${step} of a work without a plan`)
  const baseText = baseOfStep(tool, plan, step, text)
  const place = { index: step, total: plan.parts.length, title: plan.parts[step - 1]?.title ?? '' }
  const work = { step, plan, isDone: plan.ends.length >= step, place }
  const optimise = plan.optimise ?? null
  if (isClosing(plan, step))
    return { work, baseText, prompt: buildClosingPrompt(tool, form, { text: baseText, optimise }, system) }
  if (optimise === null || optimised === null) {
    return {
      work,
      baseText,
      prompt: buildPartPrompt(tool, form, { plan: plan.parts, index: step, text: baseText }, system),
    }
  }
  const piece = piecesOf(optimised)[step - 1] ?? ''
  const question = { piece, title: place.title, text: baseText, optimise }
  return { work, baseText, prompt: buildOptimisedPartPrompt(tool, question, system) }
}

async function readMainText(ctx: DomainContext, tool: ToolKey, versionId: string): Promise<string> {
  const { result } = await ctx.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { result: true } })
  return mainTextOf(tool, result as ToolResult)
}

async function readRawText(ctx: DomainContext, versionId: string): Promise<string> {
  const version = await ctx.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { rawText: true } })
  return version.rawText
}
