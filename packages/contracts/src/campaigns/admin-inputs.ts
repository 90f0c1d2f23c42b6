import { z } from 'zod'
import { idInput } from '../ids.ts'
import { operatorPageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { endInput, instantInput } from '../time.ts'
import { campaignKinds, campaignLimits, campaignStatuses, campaignTargets } from './kinds.ts'
import { audienceInput, campaignLimitsRule, campaignRuleInput } from './rule.ts'

const fields = {
  name: textInput(2, campaignLimits.nameLength),
  description: textInput(0, campaignLimits.descriptionLength),
  startsAt: instantInput,
  /** Not included. */
  endsAt: endInput,
  /** In the unit of the rule: credits, fen or pieces. */
  budget: z.number().int().min(1).max(campaignLimits.mostBudget),
  rule: campaignRuleInput,
  limits: campaignLimitsRule,
  audience: audienceInput,
}

export const createCampaignInput = z.object(fields)
export type CreateCampaignInput = z.output<typeof createCampaignInput>

export const updateCampaignInput = z.object({
  campaignId: idInput('campaign'),
  changes: z
    .object(fields)
    .partial()
    /** The one that was read: a change that somebody else made meanwhile is not written over. */
    .extend({ version: z.number().int().min(1) }),
})
export type UpdateCampaignInput = z.output<typeof updateCampaignInput>

export const setCampaignStatusInput = z.object({ campaignId: idInput('campaign'), status: z.enum(campaignTargets) })
export type SetCampaignStatusInput = z.output<typeof setCampaignStatusInput>

export const allCampaignsInput = operatorPageInput.extend({
  status: z.enum(campaignStatuses).optional(),
  kind: z.enum(campaignKinds).optional(),
  /** Part of a name. */
  search: textInput(0, 100).optional(),
})
export type AllCampaignsInput = z.output<typeof allCampaignsInput>

export const participantsInput = operatorPageInput.extend({ campaignId: idInput('campaign') })
export type ParticipantsInput = z.output<typeof participantsInput>

/** How many people an audience has. */
export const audienceSizeInput = z.object({ audience: audienceInput })
export type AudienceSizeInput = z.output<typeof audienceSizeInput>

/** Of a form, saved or not, over so many whole days before today. */
export const dryRunInput = z.object({
  rule: campaignRuleInput,
  limits: campaignLimitsRule,
  audience: audienceInput,
  budget: z.number().int().min(1).max(campaignLimits.mostBudget),
  days: z.number().int().min(1).max(campaignLimits.mostDryRunDays),
})
export type DryRunInput = z.output<typeof dryRunInput>
