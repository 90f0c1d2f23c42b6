import { z } from 'zod'
import { instantAnswer } from '../answers.ts'
import { planBenefits } from './benefits.ts'

export const membershipAnswer = z
  .object({
    isMember: z.boolean(),
    /** End of the current period chain; null when not a member. */
    endsAt: instantAnswer.nullable(),
    /** What this person's own period brings, whatever is sold now; null when not a member. */
    benefits: planBenefits.nullable(),
  })
  .meta({ id: 'Membership' })
export type MembershipDto = z.output<typeof membershipAnswer>
