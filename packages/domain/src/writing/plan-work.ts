import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import type { PlannedRun, Stage } from '../generations/fulfilment.ts'
import { findWorkPlan } from './find-work-plan.ts'
import { readGenerationForm } from './generation-form.ts'
import { planOptimising } from './plan-optimising.ts'
import { promptOf } from './prompts/registry.ts'
import { mainTextOf, readPlan, withEditedText } from './work-plan.ts'
import type { WorkPlan } from './work-plan.ts'
import { outlineStage, stagesOf } from './work-stages.ts'
import { storedGenerationKind, storedTool } from '../stored-columns.ts'
import { storedResult } from '../stored-work.ts'

/** The stages in which a long work is written; none for one that is written in one go. Decides once: a repeat finds the stored plan. */
export async function planWork(ctx: DomainContext, generation: PlannedRun): Promise<readonly Stage[]> {
  const stored = readPlan(generation.plan)
  if (stored) return stagesOf(stored)
  const planned = await planOf(ctx, generation)
  if (planned === null) return []
  if (planned === 'outline') return [outlineStage]
  const stages = stagesOf(planned.plan)
  if (stages.length > 0) await storePlan(ctx, generation.id, planned.plan, planned.text)
  return stages
}

type Planned = 'outline' | { plan: WorkPlan; text: string } | null

function planOf(ctx: DomainContext, generation: PlannedRun): Planned | Promise<Planned> {
  const { baseVersionId } = generation
  const tool = storedTool(generation.creation.toolKey)
  switch (storedGenerationKind(generation.kind)) {
    case 'generate':
    case 'regenerate':
      return planOfForm(tool, generation.input)
    case 'continue':
      return baseVersionId === null ? null : planOfBase(ctx, tool, baseVersionId)
    case 'optimise':
      return baseVersionId === null ? null : planOfOptimising(ctx, tool, { ...generation, baseVersionId })
    case 'rewrite':
      return null
  }
}

function planOfForm(tool: ToolKey, input: unknown): Planned {
  const { parts } = promptOf(tool)
  const planned = parts?.plan(tools[tool].input.parse(input)) ?? null
  if (planned === null || planned === 'outline') return planned
  return { plan: { parts: [...planned], isHeaded: parts?.isHeaded ?? false, ends: [] }, text: '' }
}

/** A continuation goes on with the plan of what it continues, also where a person has changed the text since. */
async function planOfBase(ctx: DomainContext, tool: ToolKey, versionId: string): Promise<Planned> {
  const work = await findWorkPlan(ctx, versionId)
  if (work === null || work.versionId === versionId) return work
  const { result } = await ctx.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { result: true } })
  return withEditedText(tool, work, mainTextOf(tool, storedResult(result)))
}

async function planOfOptimising(
  ctx: DomainContext,
  tool: ToolKey,
  { baseVersionId, input }: { baseVersionId: string; input: unknown },
): Promise<Planned> {
  const { optimise } = readGenerationForm('optimise', input)
  if (!optimise) return null
  const where = { id: baseVersionId }
  const { result } = await ctx.prisma.version.findUniqueOrThrow({ where, select: { result: true } })
  const { goal, instruction } = optimise
  const request = { versionId: baseVersionId, goal, instruction }
  const plan = planOptimising(mainTextOf(tool, storedResult(result)), request)
  return plan && { plan, text: '' }
}

async function storePlan(ctx: DomainContext, generationId: string, plan: WorkPlan, text: string): Promise<void> {
  await ctx.prisma.generation.updateMany({
    where: { id: generationId, status: 'requested' },
    data: { plan, draftText: text },
  })
}
