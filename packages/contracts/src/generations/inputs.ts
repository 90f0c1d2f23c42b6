import { z } from 'zod'
import { idInput } from '../ids.ts'

export const stopInput = z.object({ generationId: idInput('generation') })

export const progressInput = z.object({
  generationId: idInput('generation'),
  /** tRPC fills it on reconnect; REST takes it from the Last-Event-ID header. */
  lastEventId: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/)
    .nullish(),
})
