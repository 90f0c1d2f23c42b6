import type { GenerationKind } from '@mozhou/contracts/creations'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { promptOf } from './prompts/registry.ts'
import { readPlan } from './work-plan.ts'
import type { WorkPlan, WorkStep } from './work-plan.ts'

/** How a long work is to be written; null for one that is written in one go. `total` is null until there is an outline. */
export type PlannedWork = { next: WorkStep; total: number | null } | null

interface PlannedGeneration {
  id: string
  kind: string
  input: unknown
  plan: unknown
  baseVersionId: string | null
  creation: { toolKey: string }
}

/** Decides by the form, once: a repeat of this step finds the stored plan. A continuation goes on with the plan of what it continues. */
export async function planWork(ctx: DomainContext, generation: PlannedGeneration): Promise<PlannedWork> {
  const stored = readPlan(generation.plan)
  if (stored) return workOf(stored)
  const kind = generation.kind as GenerationKind
  if (kind === 'continue')
    return generation.baseVersionId === null ? null : adoptPlan(ctx, generation.id, generation.baseVersionId)
  if (kind === 'optimise') return null
  const tool = generation.creation.toolKey as ToolKey
  const { parts } = promptOf(tool)
  const planned = parts?.plan(tools[tool].input.parse(generation.input)) ?? null
  if (planned === null) return null
  if (planned === 'outline') return { next: 'outline', total: null }
  const plan = { parts: [...planned], isHeaded: parts?.isHeaded ?? false, ends: [] }
  await storePlan(ctx, generation.id, plan, '')
  return workOf(plan)
}

const workOf = ({ parts, ends }: WorkPlan): PlannedWork =>
  ends.length > parts.length ? null : { next: ends.length + 1, total: parts.length }

async function adoptPlan(ctx: DomainContext, generationId: string, baseVersionId: string): Promise<PlannedWork> {
  const base = await ctx.prisma.version.findUniqueOrThrow({
    where: { id: baseVersionId },
    select: { rawText: true, generation: { select: { plan: true } } },
  })
  const plan = readPlan(base.generation?.plan)
  const work = plan && workOf(plan)
  if (!work) return null
  await storePlan(ctx, generationId, plan, base.rawText)
  return work
}

async function storePlan(ctx: DomainContext, generationId: string, plan: WorkPlan, text: string): Promise<void> {
  await ctx.prisma.generation.updateMany({
    where: { id: generationId, status: 'requested' },
    data: { plan, draftText: text },
  })
}
