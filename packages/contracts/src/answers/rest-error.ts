import { z } from 'zod'
import type { ErrorCode, ErrorParams } from '../errors.ts'
import { errorTable } from '../errors.ts'
import { answer } from './answer.ts'

/** What every error looks like over REST. */
export interface RestErrorDto {
  error: {
    code: ErrorCode
    /** In the language of Accept-Language. */
    message: string
    /** What the code is about, such as the currentVersionId of CREATION_CONFLICT; the fields of an invalid request are in `fields`. */
    params: ErrorParams
    fields: { path: string; rule: string; message: string }[]
    requestId: string
  }
}

export const errorCodeAnswer = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]])

export const restErrorAnswer = answer<RestErrorDto>()(
  z
    .object({
      error: z.object({
        code: errorCodeAnswer,
        message: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        fields: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string() })),
        requestId: z.string(),
      }),
    })
    .meta({ id: 'Error' }),
)
