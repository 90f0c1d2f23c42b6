import { payChannels } from '@mozhou/contracts/orders/kinds'
import { billKinds } from '@mozhou/contracts/reconciliation/kinds'
import { defineFilters, parseFilters, textIn } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: { channel: payChannels, kind: billKinds, state: ['open'] }, hasDays: true })
export type BillFilters = Filters<typeof spec>

/** `bill`: the one that is open. */
export type BillSearch = BillFilters & { bill?: string }

export function parseBillSearch(raw: Record<string, unknown>): BillSearch {
  const bill = textIn(raw['bill'])
  return { ...parseFilters(spec, raw), ...(bill !== null && { bill }) }
}

export function billFilters({ bill: _bill, ...filters }: BillSearch): BillFilters {
  return filters
}
