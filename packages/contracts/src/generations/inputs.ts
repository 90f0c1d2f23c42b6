import { z } from 'zod'
import { idInput } from '../ids.ts'

export const stopInput = z.object({ generationId: idInput('generation') })

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
