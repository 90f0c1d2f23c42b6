import type { FileDto, FileSpaceDto, UnfinishedUploadDto } from '@mozhou/contracts/files/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const filesKey = ['files'] as const

export function myFiles(isTrashed: boolean) {
  return infiniteQueryOptions({
    queryKey: [...filesKey, 'list', isTrashed] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<FileDto>> =>
      api.files.list.query({ isTrashed, cursor: pageParam, limit: 24 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // Thumbnails' addresses live for a quarter of an hour.
    staleTime: 5 * 60_000,
  })
}

export function mySpace() {
  return queryOptions({
    queryKey: [...filesKey, 'space'] as const,
    queryFn: ({ signal }): Promise<FileSpaceDto> => api.files.space.query(undefined, { signal }),
  })
}

/** Uploads that hold space and wait for the rest of their bytes. */
export function myUnfinished() {
  return queryOptions({
    queryKey: [...filesKey, 'unfinished'] as const,
    queryFn: ({ signal }): Promise<UnfinishedUploadDto[]> => api.files.unfinished.query(undefined, { signal }),
  })
}
