import { defineFilters, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: {}, hasSearch: true })
export type StorageFilters = Filters<typeof spec>
export const parseStorageFilters = (raw: Record<string, unknown>): StorageFilters => parseFilters(spec, raw)
