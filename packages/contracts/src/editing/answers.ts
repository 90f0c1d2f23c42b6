import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { rewriteGoals, rewriteStatuses } from './kinds.ts'

/** A replacement for a selection. It changes nothing until it is accepted. */
export const rewriteAnswer = z
  .object({
    generationId: idAnswer('generation'),
    creationId: idAnswer('creation'),
    /** The version in which `text` stands from `start` to `end` of `field`. */
    baseVersionId: idAnswer('version'),
    field: z.string(),
    start: countAnswer,
    end: countAnswer,
    text: z.string(),
    goal: z.enum(rewriteGoals),
    status: z.enum(rewriteStatuses),
    /** While it is being written, what there is of it. */
    replacement: z.string(),
    /** It ended at a length limit or because it was stopped. */
    isIncomplete: z.boolean(),
    /** Whether the selection still stands in the current version, at its place or once elsewhere, so that accepting can replace it. */
    isApplicable: z.boolean(),
    /** The version it became, once accepted. */
    appliedVersionId: idAnswer('version').nullable(),
    createdAt: instantAnswer,
  })
  .meta({ id: 'Rewrite' })
export type RewriteDto = z.output<typeof rewriteAnswer>
