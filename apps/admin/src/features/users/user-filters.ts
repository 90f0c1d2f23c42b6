import { userStatuses } from '@mozhou/contracts/accounts/kinds'
import { roles } from '@mozhou/contracts/roles'
import { defineFilters, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: { role: roles, status: userStatuses }, hasSearch: true, hasDays: true })
export type UserFilters = Filters<typeof spec>
export const parseUserFilters = (raw: Record<string, unknown>): UserFilters => parseFilters(spec, raw)
