import { defineFilters, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: {}, hasSearch: true, hasDays: true })
export type RefundFilters = Filters<typeof spec>
export const parseRefundFilters = (raw: Record<string, unknown>): RefundFilters => parseFilters(spec, raw)
