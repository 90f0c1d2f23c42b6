import { withdrawalQueues } from '@mozhou/contracts/withdrawals/kinds'
import { defineFilters, parseFilters, textIn } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: { queue: withdrawalQueues }, hasSearch: true, hasDays: true })
export type WithdrawalFilters = Filters<typeof spec>

/** Where a link leads to one withdrawal of one queue. */
export type WithdrawalSearch = WithdrawalFilters & { withdrawal?: string }

export function parseWithdrawalSearch(raw: Record<string, unknown>): WithdrawalSearch {
  const withdrawal = textIn(raw['withdrawal'])
  return { ...parseFilters(spec, raw), ...(withdrawal !== null && { withdrawal }) }
}

export function withdrawalFilters({ withdrawal: _one, ...filters }: WithdrawalSearch): WithdrawalFilters {
  return filters
}
