import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'

/** What a platform says of an account's day: how often each thing was done, and how often it may be. */
export const accountQuotasAnswer = z
  .object({
    at: instantAnswer,
    quotas: z.array(z.object({ what: wordingAnswer, used: countAnswer, limit: countAnswer })),
  })
  .meta({ id: 'AccountQuotas' })
export type AccountQuotasDto = z.output<typeof accountQuotasAnswer>
