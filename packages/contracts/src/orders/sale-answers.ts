import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { earlyFeatureAnswer } from '../features/answers.ts'
import { idAnswer } from '../ids.ts'
import { orderStatuses } from './kinds.ts'

/** One thing that a membership brings, with its figures; words are the page's. */
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

const soldBenefitsAnswer = z.object({
  /** Plans that bring the same. */
  plans: z.array(z.object({ id: idAnswer('plan'), name: wordingAnswer })),
  benefits: z.array(benefitAnswer),
})
export type SoldBenefitsDto = z.output<typeof soldBenefitsAnswer>

const membershipBenefitsAnswer = z.object({
  /** What the person has: what holds now first, then what holds from when on; nothing for who is no member. */
  mine: z.array(z.object({ startsAt: instantAnswer, endsAt: instantAnswer, benefits: z.array(benefitAnswer) })),
  /** What an order of this moment freezes. */
  onSale: z.array(soldBenefitsAnswer),
})
export type MembershipBenefitsDto = z.output<typeof membershipBenefitsAnswer>

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
