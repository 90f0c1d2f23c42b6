import type { PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import { defineFilters, isFound, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: { sale: ['on', 'off'] }, hasSearch: true })
export type PlanFilters = Filters<typeof spec>
export const parsePlanFilters = (raw: Record<string, unknown>): PlanFilters => parseFilters(spec, raw)

/** The list is here whole. */
export function isPlanAskedFor({ sale, search }: PlanFilters, plan: PlanRowDto): boolean {
  return (
    (sale === undefined || (sale === 'on') === plan.isOnSale) && isFound(search, [plan.key, plan.name.zh, plan.name.en])
  )
}
