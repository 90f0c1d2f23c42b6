import { rebateStatuses } from '@mozhou/contracts/referrals/kinds'
import { defineFilters, parseFilters, textIn } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const rebateSpec = defineFilters({ choices: { status: rebateStatuses }, hasSearch: true, hasDays: true })
export type RebateFilters = Filters<typeof rebateSpec>

/** Where a link leads to one rebate of one queue. */
export type RebateSearch = RebateFilters & { rebate?: string }

export function parseRebateSearch(raw: Record<string, unknown>): RebateSearch {
  const rebate = textIn(raw['rebate'])
  return { ...parseFilters(rebateSpec, raw), ...(rebate !== null && { rebate }) }
}

export function rebateFilters({ rebate: _rebate, ...filters }: RebateSearch): RebateFilters {
  return filters
}

const referralSpec = defineFilters({ choices: {}, hasDays: true })
export type ReferralFilters = Pick<Filters<typeof referralSpec>, 'from' | 'to'>

export const parseReferralSearch = (raw: Record<string, unknown>): ReferralFilters => parseFilters(referralSpec, raw)
