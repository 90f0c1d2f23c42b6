import {
  budgetUnits,
  campaignEndReasons,
  campaignKinds,
  campaignStatuses,
  participationStatuses,
  rewardParts,
} from '@mozhou/contracts/campaigns/kinds'
import { storedOneOf } from '../stored.ts'

export const storedCampaignKind = storedOneOf('campaigns.kind', campaignKinds)
export const storedCampaignStatus = storedOneOf('campaigns.status', campaignStatuses)
export const storedCampaignEndReason = storedOneOf('campaigns.end_reason', campaignEndReasons)
export const storedBudgetUnit = storedOneOf('campaign_budgets.unit', budgetUnits)
export const storedParticipationStatus = storedOneOf('campaign_participations.status', participationStatuses)
export const storedRewardPart = storedOneOf('campaign_rewards.part', rewardParts)
