import { auditActions } from '@mozhou/contracts/audit/actions'
import { defineFilters, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: { action: auditActions }, hasSearch: true, hasDays: true })
export type AuditSearch = Filters<typeof spec>
export const parseAuditFilters = (raw: Record<string, unknown>): AuditSearch => parseFilters(spec, raw)
