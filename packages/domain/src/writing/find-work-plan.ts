import type { DomainContext } from '../context.ts'
import { isFinished, readPlan } from './work-plan.ts'
import type { WorkPlan } from './work-plan.ts'

export interface PlannedText {
  plan: WorkPlan
  /** What the plan's ends are counted in. */
  text: string
  versionId: string
}

const select = {
  id: true,
  creationId: true,
  ordinal: true,
  kind: true,
  rawText: true,
  generation: { select: { yields: true, plan: true } },
} as const

/**
 * The plan that a version's text was written by: its own generation's, or that of the text which a person edited, restored or put a
 * rewrite into. Null for a text that was written in one go, and for a copy.
 */
export async function findWorkPlan(ctx: Pick<DomainContext, 'prisma'>, versionId: string): Promise<PlannedText | null> {
  let version = await ctx.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select })
  while (version.generation === null || version.generation.yields === 'offer') {
    const { creationId, ordinal, rawText } = version
    const source = version.kind === 'restored' ? { rawText } : {}
    const earlier = await ctx.prisma.version.findFirst({
      where: { creationId, ordinal: { lt: ordinal }, ...source },
      orderBy: { ordinal: 'desc' },
      select,
    })
    if (!earlier) return null
    version = earlier
  }
  const plan = readPlan(version.generation.plan)
  return plan && { plan, text: version.rawText, versionId: version.id }
}

/** Whether parts of a long work are still to be written; a person's edit does not finish it. */
export async function hasUnwrittenParts(
  ctx: Pick<DomainContext, 'prisma'>,
  version: { id: string; isIncomplete: boolean },
): Promise<boolean> {
  if (!version.isIncomplete) return false
  const work = await findWorkPlan(ctx, version.id)
  return work !== null && !isFinished(work.plan)
}
