import { isRunning } from '@mozhou/contracts/generations/kinds'
import type { GenerationYield } from '@mozhou/contracts/generations/kinds'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/results/section'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { readRow } from '../read-row.ts'
import type { Step } from '../generations/fulfilment.ts'
import { readGenerationForm, readRewriteForm } from './generation-form.ts'
import { loadStep } from './load-step.ts'
import type { LoadedStep } from './load-step.ts'
import { pinnedPrompt } from './prompt-versions/pinned-prompt.ts'
import { buildPrompt } from './prompts/registry.ts'
import type { BuiltPrompt } from './prompts/prompt.ts'
import { buildRewritePrompt } from './prompts/rewrite-selection.ts'
import { buildSuggestionPrompt } from './prompts/suggest-for-platform.ts'
import { readPlan } from './work-plan.ts'
import { workStepOf } from './work-stages.ts'
import { storedGenerationKind, storedTool, storedYield } from '../stored-columns.ts'
import { storedResult } from '../stored-work.ts'

export interface LoadedAttempt {
  creationId: string
  userId: string
  yields: GenerationYield
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

/** Everything an attempt needs of its generation, the prompt built. */
export async function loadAttempt(
  ctx: DomainContext,
  { generationId, step }: { generationId: string; step?: Step },
): Promise<LoadedAttempt> {
  const row = await readRow<AttemptRow>(ctx, attemptQuery(generationId))
  if (!row) throw new Error(`no generation ${generationId}`)
  const kind = storedGenerationKind(row.kind)
  const tool = storedTool(row.toolKey)
  const { form, optimise } = readGenerationForm(kind, row.input)
  const isEnded = !isRunning(row.status)
  const pinned = isEnded ? null : await pinnedPrompt(ctx, { tool, promptVersion: row.promptVersion })
  const system = pinned?.systemText
  const common = {
    creationId: row.creationId,
    userId: row.userId,
    yields: storedYield(row.yields),
    tool,
    title: row.title,
    isEnded,
    isStopRequested: row.stopRequestedAt !== null,
    draftEpoch: row.draftEpoch,
    promptVersion: pinned?.name ?? row.promptVersion,
  }
  if (step !== undefined) {
    const plan = readPlan(row.plan)
    const optimised = plan?.optimise ? await readVersionResult(ctx, plan.optimise.versionId) : null
    return {
      ...common,
      ...loadStep({ tool, form, step: workStepOf(step), plan, text: row.draftText, system, optimised }),
    }
  }
  const isOffer = common.yields === 'offer'
  const baseText = isOffer || row.baseVersionId === null ? null : await readRawText(ctx, row.baseVersionId)
  return {
    ...common,
    work: null,
    baseText: kind === 'continue' ? (baseText ?? '') : '',
    prompt: isOffer ? offerPrompt(row.input) : buildPrompt(tool, { kind, input: form, baseText, optimise }, system),
  }
}

function offerPrompt(input: unknown): BuiltPrompt {
  const question = readRewriteForm(input)
  const { suggestion, selection, after } = question
  if (!suggestion) return buildRewritePrompt(question)
  return buildSuggestionPrompt({ ...suggestion, title: selection.text, lead: after })
}

interface AttemptRow {
  kind: string
  yields: string
  status: string
  input: unknown
  baseVersionId: string | null
  stopRequestedAt: string | null
  draftText: string
  draftEpoch: number
  plan: unknown
  creationId: string
  userId: string
  promptVersion: string | null
  toolKey: string
  title: string
}

function attemptQuery(generationId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT g.kind, g.yields, g.status, g.input, g.base_version_id AS "baseVersionId", g.stop_requested_at AS "stopRequestedAt",
      g.draft_text AS "draftText", g.draft_epoch AS "draftEpoch", g.plan, g.creation_id AS "creationId", g.user_id AS "userId",
      g.prompt_version AS "promptVersion", c.tool_key AS "toolKey", c.title
    FROM generations g JOIN creations c ON c.id = g.creation_id
    WHERE g.id = ${generationId}::uuid`
}

async function readRawText(ctx: DomainContext, versionId: string): Promise<string> {
  const version = await ctx.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { rawText: true } })
  return version.rawText
}

async function readVersionResult(ctx: DomainContext, versionId: string): Promise<ToolResult> {
  const { result } = await ctx.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { result: true } })
  return storedResult(result)
}
