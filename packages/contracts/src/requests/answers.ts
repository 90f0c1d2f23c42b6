import { z } from 'zod'
import type { ErrorCode } from '../errors.ts'
import { errorTable } from '../errors.ts'

export const errorCodeAnswer = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]])

/** What every error looks like over REST. */
export const restErrorAnswer = z
  .object({
    error: z.object({
      code: errorCodeAnswer,
      /** In the language of Accept-Language. */
      message: z.string(),
      /** What the code is about, such as the currentVersionId of CREATION_CONFLICT; the fields of an invalid request are in `fields`. */
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      fields: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string() })),
      requestId: z.string(),
    }),
  })
  .meta({ id: 'Error' })
export type RestErrorDto = z.output<typeof restErrorAnswer>
