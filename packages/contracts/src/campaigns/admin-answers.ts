import { z } from 'zod'
import { countAnswer, dayAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { budgetUnits, campaignEndReasons, campaignKinds, campaignStatuses, participationStatuses } from './kinds.ts'
import { campaignAudience, campaignLimitsRule, campaignRule } from './rule.ts'

const personAnswer = z.object({ id: idAnswer('user'), username: z.string() })

export const campaignRowAnswer = z
  .object({
    id: idAnswer('campaign'),
    kind: z.enum(campaignKinds),
    name: z.string(),
    description: z.string(),
    status: z.enum(campaignStatuses),
    endReason: z.enum(campaignEndReasons).nullable(),
    startsAt: instantAnswer,
    endsAt: instantAnswer,
    unit: z.enum(budgetUnits),
    budget: countAnswer,
    reserved: countAnswer,
    spent: countAnswer,
    rule: campaignRule,
    limits: campaignLimitsRule,
    audience: campaignAudience,
    ruleVersion: countAnswer,
    /** For a change: see `updateCampaignInput`. */
    version: countAnswer,
    createdAt: instantAnswer,
    createdBy: z.string(),
  })
  .meta({ id: 'CampaignRow' })
export type CampaignRowDto = z.output<typeof campaignRowAnswer>

export const participantAnswer = z
  .object({
    id: idAnswer('participation'),
    person: personAnswer,
    day: dayAnswer,
    streak: countAnswer.nullable(),
    amount: countAnswer,
    status: z.enum(participationStatuses),
    ruleVersion: countAnswer,
    orderId: idAnswer('order').nullable(),
    createdAt: instantAnswer,
  })
  .meta({ id: 'Participant' })
export type ParticipantDto = z.output<typeof participantAnswer>

export const campaignResultsAnswer = z.object({
  asOf: instantAnswer,
  /** People. */
  participants: countAnswer,
  rewarded: countAnswer,
  /** Times. */
  times: countAnswer,
  /** In the unit of the campaign. */
  cost: countAnswer,
  held: countAnswer,
  /** Cash of the orders that the campaign was part of, less what went back. */
  directFen: countAnswer,
  /** Cash of other orders that participants paid within so many days after they took part, less what went back. */
  assistedFen: countAnswer,
  assistedDays: countAnswer,
  days: z.array(z.object({ day: dayAnswer, times: countAnswer, cost: countAnswer })),
})
export type CampaignResultsDto = z.output<typeof campaignResultsAnswer>

export const dryRunAnswer = z.object({
  from: dayAnswer,
  to: dayAnswer,
  unit: z.enum(budgetUnits),
  /** People that the audience has at this moment. */
  audience: countAnswer,
  winners: countAnswer,
  times: countAnswer,
  cost: countAnswer,
  /** On which of the days nothing would have been left; null: it would have lasted. */
  usedUpOn: dayAnswer.nullable(),
  top: z.array(z.object({ person: personAnswer, times: countAnswer, amount: countAnswer })),
})
export type DryRunDto = z.output<typeof dryRunAnswer>

export const audienceSizeAnswer = z.object({ people: countAnswer })
export type AudienceSizeDto = z.output<typeof audienceSizeAnswer>
