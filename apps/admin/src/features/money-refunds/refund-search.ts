import { refundQueues } from '@mozhou/contracts/refunds/kinds'
import { defineFilters, parseFilters, textIn } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: { queue: refundQueues }, hasSearch: true, hasDays: true })
export type RefundFilters = Filters<typeof spec>

/** Where a link leads to one refund of one queue. */
export type RefundSearch = RefundFilters & { refund?: string }

export function parseRefundSearch(raw: Record<string, unknown>): RefundSearch {
  const refund = textIn(raw['refund'])
  return { ...parseFilters(spec, raw), ...(refund !== null && { refund }) }
}

export function refundFilters({ refund: _refund, ...filters }: RefundSearch): RefundFilters {
  return filters
}
