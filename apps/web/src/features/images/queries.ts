import type { AttachmentDto, ImageCreationDto, ImageToolsDto, WorkPartDto } from '@mozhou/contracts/images/answers'
import type { FileDto } from '@mozhou/contracts/files/answers'
import type { FoundCreationDto } from '@mozhou/contracts/creations/answers'
import type { ModelOptionDto } from '@mozhou/contracts/models/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { filesKey } from '../files/queries.ts'
import { creationsKey, isRunning } from '../works/queries.ts'

/** Addresses of pictures live for a quarter of an hour. */
const addressesMs = 5 * 60_000

export function imageTools() {
  return queryOptions({
    queryKey: ['images', 'tools'] as const,
    queryFn: ({ signal }): Promise<ImageToolsDto> => api.images.tools.query(undefined, { signal }),
    staleTime: 10 * 60_000,
  })
}

export function imageModels() {
  return queryOptions({
    queryKey: ['models', 'options', 'image'] as const,
    queryFn: ({ signal }): Promise<ModelOptionDto[]> => api.models.list.query({ capability: 'image' }, { signal }),
    staleTime: 60_000,
  })
}

/** Below the works: it changes whenever one of them does. */
export function imageCreation(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'pictures', creationId] as const,
    queryFn: ({ signal }): Promise<ImageCreationDto> => api.images.get.query({ creationId }, { signal }),
    staleTime: addressesMs,
  })
}

export function recentImages() {
  return infiniteQueryOptions({
    queryKey: [...creationsKey, 'list', 'recent pictures'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<FoundCreationDto>> =>
      api.creations.list.query({ kind: 'image', cursor: pageParam, limit: 24 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: addressesMs,
    refetchInterval: (query) => (query.state.data?.pages.some(({ items }) => items.some(isRunning)) ? 3_000 : false),
  })
}

/** Pictures that may be worked on, uploaded or made. */
export function myPictures() {
  return infiniteQueryOptions({
    queryKey: [...filesKey, 'pictures'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<FileDto>> =>
      api.files.list.query({ kind: 'picture', cursor: pageParam, limit: 24 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: addressesMs,
  })
}

/** A picture in its own size, for a page. */
export function shownPicture(fileId: string) {
  return queryOptions({
    queryKey: [...filesKey, 'shown', fileId] as const,
    queryFn: async (): Promise<string> => (await api.files.link.mutate({ fileId, use: 'show' })).url,
    staleTime: addressesMs,
  })
}

/** Works of text that pictures may be used in, the newest first. */
export function worksForPictures(search: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'list', 'for pictures', search] as const,
    queryFn: ({ signal }): Promise<Page<FoundCreationDto>> =>
      api.creations.list.query(
        { kind: 'writing', status: 'succeeded', limit: 20, ...(search !== '' && { search }) },
        { signal },
      ),
  })
}

export function workParts(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'parts', creationId] as const,
    queryFn: ({ signal }): Promise<WorkPartDto[]> => api.images.workParts.query({ creationId }, { signal }),
  })
}

export function attachmentsOf(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'attachments', creationId] as const,
    queryFn: ({ signal }): Promise<AttachmentDto[]> => api.images.attachments.query({ creationId }, { signal }),
    staleTime: addressesMs,
  })
}
