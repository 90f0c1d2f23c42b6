import type { Page } from '@mozhou/contracts/page'
import type { RenewalRowDto } from '@mozhou/contracts/renewals/admin-answers'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { RenewalFilters } from './renewal-filters.ts'

export function readRenewals(filters: RenewalFilters, signal?: AbortSignal): ReadPage<RenewalRowDto> {
  return (cursor, limit) => api.renewals.all.query({ ...filters, cursor, limit }, signal && { signal })
}

export function allRenewals(filters: RenewalFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: ['renewals', 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<RenewalRowDto>> => readRenewals(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
