import type { DomainContext } from '../context.ts'
import type { AttemptInput } from '../generations/fulfilment.ts'
import { storableJson } from '../storable-text.ts'
import type { WorkPlan } from './work-plan.ts'

/** Stores the text so far. False when a newer attempt owns the draft. */
export async function saveDraft(ctx: DomainContext, input: AttemptInput, text: string): Promise<boolean> {
  const saved = await ctx.prisma.$executeRaw`
    UPDATE generations SET draft_text = ${text}
    WHERE id = ${input.generationId}::uuid AND draft_epoch = ${input.epoch} AND status = 'running'`
  return saved === 1
}

/** Stores the text with the end of the part that was just written. False when a newer attempt owns the draft. */
export async function savePart(
  ctx: DomainContext,
  input: AttemptInput,
  text: string,
  plan: WorkPlan,
): Promise<boolean> {
  const saved = await ctx.prisma.$executeRaw`
    UPDATE generations SET draft_text = ${text}, plan = ${storableJson(plan)}::jsonb
    WHERE id = ${input.generationId}::uuid AND draft_epoch = ${input.epoch} AND status = 'running'`
  return saved === 1
}
