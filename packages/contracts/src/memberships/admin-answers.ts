import { z } from 'zod'
import { instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { planBenefits } from './benefits.ts'
import { periodSources } from './kinds.ts'

/** A stretch of somebody's membership. */
const periodAnswer = z.object({
  id: z.string(),
  startsAt: instantAnswer,
  endsAt: instantAnswer,
  source: z.enum(periodSources),
  /** The order that brought it. */
  orderId: idAnswer('order').nullable(),
  /** Frozen when it was opened. */
  benefits: planBenefits,
  createdAt: instantAnswer,
})
export type PeriodDto = z.output<typeof periodAnswer>
