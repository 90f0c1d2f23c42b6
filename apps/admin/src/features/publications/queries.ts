import type { Page } from '@mozhou/contracts/page'
import type {
  AccountRowDto,
  OperatorPublicationDto,
  PlatformHealthDto,
  PublicationRowDto,
} from '@mozhou/contracts/publications/operator-answers'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { AccountFilters, PublicationFilters } from './publication-search.ts'

export const publicationsKey = ['publications'] as const

export function readPublications(filters: PublicationFilters, signal?: AbortSignal): ReadPage<PublicationRowDto> {
  return (cursor, limit) => api.publications.listAll.query({ ...filters, cursor, limit }, signal && { signal })
}

export function allPublications(filters: PublicationFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: [...publicationsKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<PublicationRowDto>> =>
      readPublications(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function publicationById(publicationId: string) {
  return queryOptions({
    queryKey: [...publicationsKey, 'one', publicationId] as const,
    queryFn: ({ signal }): Promise<OperatorPublicationDto> =>
      api.publications.oneOfAll.query({ publicationId }, { signal }),
    staleTime: 0,
  })
}

const lookEveryMs = 60_000

export function platformHealth() {
  return queryOptions({
    queryKey: [...publicationsKey, 'health'] as const,
    queryFn: ({ signal }): Promise<PlatformHealthDto> => api.publications.health.query(undefined, { signal }),
    refetchInterval: lookEveryMs,
    staleTime: 0,
  })
}

export function readAccounts(filters: AccountFilters, signal?: AbortSignal): ReadPage<AccountRowDto> {
  return (cursor, limit) => api.publications.allAccounts.query({ ...filters, cursor, limit }, signal && { signal })
}

export function allAccounts(filters: AccountFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: [...publicationsKey, 'accounts', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<AccountRowDto>> => readAccounts(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
