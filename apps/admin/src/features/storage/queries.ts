import type { PersonSpaceDto, StorageTotalsDto } from '@mozhou/contracts/files/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { StorageFilters } from './storage-filters.ts'

const storageKey = ['storage'] as const

/** A person has one line. */
export type PersonSpaceRow = PersonSpaceDto & { id: string }

export function readSpaces(filters: StorageFilters, signal?: AbortSignal): ReadPage<PersonSpaceRow> {
  return async (cursor, limit) => {
    const page = await api.files.spaceByUser.query({ ...filters, cursor, limit }, signal && { signal })
    return { ...page, items: page.items.map((row) => ({ ...row, id: row.user.id })) }
  }
}

export function spaces(filters: StorageFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: [...storageKey, 'people', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<PersonSpaceRow>> => readSpaces(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function storageTotals() {
  return queryOptions({
    queryKey: [...storageKey, 'totals'] as const,
    queryFn: ({ signal }): Promise<StorageTotalsDto> => api.files.storageTotals.query(undefined, { signal }),
  })
}
