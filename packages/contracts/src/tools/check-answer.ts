import { z } from 'zod'
import { wordingAnswer } from '../answers.ts'

/** One rule held against a result. Checks inform; they never change a text. */
export const toolCheckAnswer = z
  .object({
    rule: z.string(),
    /** `ok`: looked at and found right; `warn`: to be looked at by a person; `info`: good to know, or why nothing was looked at. */
    severity: z.enum(['ok', 'info', 'warn']),
    /** What was looked at. */
    label: wordingAnswer,
    /** What was found, with the measured value. */
    detail: wordingAnswer,
    source: z.object({ title: z.string(), url: z.string(), date: z.string() }).optional(),
  })
  .meta({ id: 'Check' })
export type ToolCheck = z.output<typeof toolCheckAnswer>
