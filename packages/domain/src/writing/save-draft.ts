import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { ownDraft } from '../generations/attempt-record.ts'
import type { AttemptInput } from '../generations/fulfilment.ts'
import { storableJson } from '../storable-text.ts'
import type { WorkPlan } from './work-plan.ts'

/** Stores the text so far. False when a newer attempt owns the draft. */
export async function saveDraft(ctx: DomainContext, input: AttemptInput, text: string): Promise<boolean> {
  return (await ctx.prisma.$executeRaw(draftUpdate(input, text))) === 1
}

export function draftUpdate(input: AttemptInput, text: string): Prisma.Sql {
  return Prisma.sql`UPDATE generations SET draft_text = ${text} WHERE ${ownDraft(input)} RETURNING id`
}

/** The text with the end of the part that was just written. */
export function partUpdate(input: AttemptInput, text: string, plan: WorkPlan): Prisma.Sql {
  return Prisma.sql`
    UPDATE generations SET draft_text = ${text}, plan = ${storableJson(plan)}::jsonb WHERE ${ownDraft(input)} RETURNING id`
}
