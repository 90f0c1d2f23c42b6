import { z } from 'zod'
import { instantAnswer } from '../answers.ts'
import { features, featureStates } from './kinds.ts'

const featureRowAnswer = z.object({
  feature: z.enum(features),
  state: z.enum(featureStates),
  /** When it became so, and who made it so; null for what nobody has touched yet. */
  since: instantAnswer.nullable(),
  changedBy: z.string().nullable(),
})
export type FeatureRowDto = z.output<typeof featureRowAnswer>

/** What a page needs to know of one feature: whether this person has it, and if not, whether members do, and since when. */
export const featureAccessAnswer = z.object({
  access: z.enum(['open', 'members_first', 'off']),
  /** Since when members have it first. */
  membersSince: instantAnswer.nullable(),
})
export type FeatureAccessDto = z.output<typeof featureAccessAnswer>

export const earlyFeatureAnswer = z.object({ feature: z.enum(features), since: instantAnswer })
export type EarlyFeatureDto = z.output<typeof earlyFeatureAnswer>
