import type {
  FoundCreationDto,
  TrashedCreationDto,
  CreationDto,
  CreationRowDto,
  VersionDto,
} from '@mozhou/contracts/creations/answers'
import type { ListCreationsInput } from '@mozhou/contracts/creations/inputs'
import type { CreationStatus } from '@mozhou/contracts/creations/kinds'
import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const creationsKey = ['creations'] as const

export function myCreations(filters: Partial<ListCreationsInput>) {
  return infiniteQueryOptions({
    queryKey: [...creationsKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<FoundCreationDto>> =>
      api.creations.list.query({ ...filters, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function myTrash() {
  return infiniteQueryOptions({
    queryKey: [...creationsKey, 'trash'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<TrashedCreationDto>> =>
      api.creations.trash.query({ cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function recentCreations() {
  return queryOptions({
    queryKey: [...creationsKey, 'recent'] as const,
    queryFn: ({ signal }): Promise<Page<CreationRowDto>> => api.creations.list.query({ limit: 8 }, { signal }),
    // While something is being written its row changes without anybody pressing anything.
    refetchInterval: (query) => (query.state.data?.items.some(isRunning) ? 3_000 : false),
  })
}

export function creationById(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'one', creationId] as const,
    queryFn: ({ signal }): Promise<CreationDto> => api.creations.get.query({ creationId }, { signal }),
  })
}

export function versionsOf(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'versions', creationId] as const,
    queryFn: ({ signal }): Promise<VersionDto[]> => api.creations.versions.query({ creationId }, { signal }),
  })
}

export function receiptOf(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'receipt', creationId] as const,
    queryFn: ({ signal }): Promise<ReceiptDto> => api.creations.receipt.query({ creationId }, { signal }),
    staleTime: 0,
  })
}

export function isRunning(row: { status: CreationStatus }): boolean {
  return row.status === 'accepted' || row.status === 'running'
}
