import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { earlyFeatureAnswer } from '../features/answers.ts'
import { idAnswer } from '../ids.ts'
import { orderStatuses } from './kinds.ts'

/** What a membership brings, each with the figures that hold at this moment; words are the page's. */
const benefitAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  /** Models that members alone may choose. */
  z.object({ kind: z.literal('models'), count: countAnswer }),
  z.object({ kind: z.literal('queue') }),
  /** Generations under way at once. */
  z.object({ kind: z.literal('concurrency'), member: countAnswer, free: countAnswer }),
  /** How soon members got their first answer, as measured over so many days; null when too few tell. */
  z.object({ kind: z.literal('support'), medianSeconds: countAnswer.nullable(), days: countAnswer }),
  /** What members have before everybody now. */
  z.object({ kind: z.literal('early'), features: z.array(earlyFeatureAnswer) }),
  /** Generations within 24 hours that a membership covers; beyond it nothing is charged. */
  z.object({ kind: z.literal('fair_use'), dailyLimit: countAnswer }),
])
export type BenefitDto = z.output<typeof benefitAnswer>

const periodStates = ['to_come', 'now', 'over'] as const
export type PeriodState = (typeof periodStates)[number]

/** `withdrawn`: paid, and refunded before anything of it began. */
const recordKinds = ['opened', 'renewed', 'given', 'withdrawn'] as const

/** One purchase, renewal or gift of a person's, and what became of it. */
const membershipRecordAnswer = z.object({
  id: z.string(),
  kind: z.enum(recordKinds),
  at: instantAnswer,
  period: z.object({ startsAt: instantAnswer, endsAt: instantAnswer, state: z.enum(periodStates) }).nullable(),
  order: z
    .object({
      id: idAnswer('order'),
      planName: z.string().nullable(),
      payableFen: countAnswer,
      status: z.enum(orderStatuses),
    })
    .nullable(),
})
export type MembershipRecordDto = z.output<typeof membershipRecordAnswer>
