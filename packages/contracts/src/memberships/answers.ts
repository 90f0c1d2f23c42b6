import { z } from 'zod'
import { instantAnswer } from '../answers.ts'

export const membershipAnswer = z
  .object({
    isMember: z.boolean(),
    /** End of the current period chain; null when not a member. */
    endsAt: instantAnswer.nullable(),
  })
  .meta({ id: 'Membership' })
export type MembershipDto = z.output<typeof membershipAnswer>
