import type { SavedFilterDto } from '@mozhou/contracts/saved-filters/answers'
import type { SavedTable } from '@mozhou/contracts/saved-filters/kinds'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../api.ts'

export const savedKey = (table: SavedTable) => ['saved-filters', table] as const

/** A person's own filters of a list. */
export function savedFilters(table: SavedTable) {
  return queryOptions({
    queryKey: savedKey(table),
    queryFn: ({ signal }): Promise<SavedFilterDto[]> => api.savedFilters.list.query({ table }, { signal }),
  })
}
