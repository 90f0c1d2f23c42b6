import { campaignKinds, campaignStatuses } from '@mozhou/contracts/campaigns/kinds'
import { defineFilters, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: { status: campaignStatuses, kind: campaignKinds }, hasSearch: true })
export type CampaignFilters = Filters<typeof spec>
export const parseCampaignFilters = (raw: Record<string, unknown>): CampaignFilters => parseFilters(spec, raw)
