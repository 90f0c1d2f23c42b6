import { z } from 'zod'
import { idInput } from '../ids.ts'
import { textInput } from '../text.ts'

export const generationIdInput = z.object({ generationId: idInput('generation') })

export const acknowledgeRunInput = z.object({
  /** As Temporal knows it, e.g. `creation:<id>`. */
  workflowId: textInput(1, 200),
  note: textInput(4, 200),
})

/** An id or a number that somebody was given, to be led to its page. */
export const findPageInput = z.object({ text: textInput(1, 100) })

/** A receipt as operators ask for it, from an entry of somebody's ledger. */
export const userReceiptInput = z.object({ userId: idInput('user'), creationId: idInput('creation') })

export const progressInput = z.object({
  generationId: idInput('generation'),
  /** tRPC fills it on reconnect; REST takes it from the Last-Event-ID header. */
  lastEventId: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/)
    .nullish(),
})
