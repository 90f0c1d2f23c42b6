import { payChannels } from '@mozhou/contracts/orders/kinds'
import { renewalStates } from '@mozhou/contracts/renewals/kinds'
import { defineFilters, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({
  choices: { state: renewalStates, channel: payChannels },
  hasSearch: true,
  hasDays: true,
})
export type RenewalFilters = Filters<typeof spec>

export const parseRenewalFilters = (raw: Record<string, unknown>): RenewalFilters => parseFilters(spec, raw)
