import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { planBenefits } from '../memberships/benefits.ts'
import { orderStatuses, payChannels } from '../orders/kinds.ts'
import { renewalEndReasons, renewalOutcomes, renewalStatuses } from './kinds.ts'

/** A consent as finance reads it, with what became of its last charge. */
const renewalRowAnswer = z.object({
  id: idAnswer('renewal'),
  person: z.object({ id: idAnswer('user'), username: z.string(), displayName: z.string() }),
  status: z.enum(renewalStatuses),
  endReason: z.enum(renewalEndReasons).nullable(),
  channel: z.enum(payChannels),
  isSandbox: z.boolean(),
  plan: z.object({ name: wordingAnswer, months: countAnswer }),
  /** At most this is taken each time. */
  priceFen: countAnswer,
  /** What its renewals bring at least. */
  benefits: planBenefits,
  /** Editions of the consent's text and of the terms. */
  textVersion: z.string(),
  acceptedTerms: z.string().nullable(),
  /** Ours, and the channel's. */
  externalNo: z.string(),
  agreementNo: z.string().nullable(),
  createdAt: instantAnswer,
  signedAt: instantAnswer.nullable(),
  endedAt: instantAnswer.nullable(),
  /** Ended here, and not known to be ended at the channel. */
  isOpenAtChannel: z.boolean(),
  lastCharge: z
    .object({
      amountFen: countAnswer,
      firstTryAt: instantAnswer,
      tries: countAnswer,
      outcome: z.enum(renewalOutcomes).nullable(),
      /** Null before its first try. */
      order: z.object({ id: idAnswer('order'), orderNo: z.string(), status: z.enum(orderStatuses) }).nullable(),
    })
    .nullable(),
})
export type RenewalRowDto = z.output<typeof renewalRowAnswer>
