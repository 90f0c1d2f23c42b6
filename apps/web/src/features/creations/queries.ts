import type { FoundCreationDto, TrashedCreationDto } from '@mozhou/contracts/creations/answers'
import type { ListCreationsInput } from '@mozhou/contracts/creations/inputs'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creationsKey } from '../works/queries.ts'

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
