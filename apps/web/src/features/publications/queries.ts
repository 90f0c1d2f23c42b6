import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import type { FileDto } from '@mozhou/contracts/files/answers'
import type { Page } from '@mozhou/contracts/page'
import type { PlatformRulesDto } from '@mozhou/contracts/platform-rules/answers'
import type {
  CalendarDto,
  PlatformsDto,
  PreviewsDto,
  PublicationDetailDto,
  PublicationDto,
} from '@mozhou/contracts/publications/answers'
import type { AccountQuotasDto } from '@mozhou/contracts/publications/quotas'
import type { HandedOverDto } from '@mozhou/contracts/publications/handoff'
import type { PlannedRoutesDto } from '@mozhou/contracts/publications/planned-routes'
import type {
  CalendarInput,
  ListPublicationsInput,
  PlannedRoutesInput,
  PreviewInput,
} from '@mozhou/contracts/publications/inputs'
import { runningStatuses } from '@mozhou/contracts/publications/kinds'
import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import type { QueryClient } from '@tanstack/solid-query'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { calls } from './calls.ts'
import { watchAgainMs } from './watch-pace.ts'

const publicationsKey = ['publications'] as const
/** How often an open page looks while something is under way, and while it waits for a day to come or for a person. */
const lookEveryMs = 2_000
const glanceEveryMs = 15_000

/** Something of ours or the platform's is at work on it this minute. */
const isMoving = (status: PublicationStatus) =>
  status === 'preparing' || status === 'submitted' || status === 'in_review'
const isRunning = (status: PublicationStatus) => (runningStatuses as readonly PublicationStatus[]).includes(status)

/** The pace at which a page reads again; false when nothing of it moves by itself. */
export function lookAgainMs(rows: readonly Pick<PublicationDto, 'status' | 'scheduledAt'>[]): number | false {
  const isNear = ({ status, scheduledAt }: Pick<PublicationDto, 'status' | 'scheduledAt'>) =>
    status === 'scheduled' && (scheduledAt === null || Date.parse(scheduledAt) - Date.now() < glanceEveryMs)
  if (rows.some((row) => isMoving(row.status) || isNear(row))) return lookEveryMs
  return rows.some(({ status }) => isRunning(status)) ? glanceEveryMs : false
}

export function platformsQuery() {
  return queryOptions({
    queryKey: [...publicationsKey, 'platforms'] as const,
    queryFn: ({ signal }): Promise<PlatformsDto> => calls.platforms.query(undefined, { signal }),
  })
}

export type ListFilters = Partial<Pick<ListPublicationsInput, 'group' | 'platform' | 'accountId' | 'creationId'>>

export function myPublications(filters: ListFilters) {
  return infiniteQueryOptions({
    queryKey: [...publicationsKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<PublicationDto>> =>
      calls.list.query({ ...filters, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => lookAgainMs(state.data?.pages.flatMap(({ items }) => items) ?? []),
    staleTime: 0,
  })
}

export function publicationById(publicationId: string) {
  return queryOptions({
    queryKey: [...publicationsKey, 'one', publicationId] as const,
    queryFn: ({ signal }): Promise<PublicationDetailDto> => calls.one.query({ publicationId }, { signal }),
    // In the background nothing is read: that is how these queries are made.
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data ? lookAgainMs([data]) || watchAgainMs(data, dataUpdateCount) : false,
    staleTime: 0,
  })
}

/** By the code that a phone scanned; its pictures' addresses outlive it. */
export function handedOverBy(code: string) {
  return queryOptions({
    queryKey: [...publicationsKey, 'handed', code] as const,
    queryFn: ({ signal }): Promise<HandedOverDto> => calls.handedOver.query({ code }, { signal }),
    refetchInterval: ({ state }) => (state.data ? glanceEveryMs : false),
    retry: false,
    staleTime: 0,
  })
}

export function calendarOf(input: CalendarInput) {
  return queryOptions({
    queryKey: [...publicationsKey, 'calendar', input] as const,
    queryFn: ({ signal }): Promise<CalendarDto> => calls.calendar.query(input, { signal }),
    refetchInterval: ({ state }) => lookAgainMs(state.data?.days.flatMap(({ publications }) => publications) ?? []),
    staleTime: 0,
  })
}

/** Packages as they come from the work, before the person changed anything. */
export function previewsOf(input: PreviewInput) {
  return queryOptions({
    queryKey: [...publicationsKey, 'preview', input] as const,
    queryFn: (): Promise<PreviewsDto> => calls.preview.mutate(input),
    // Addresses of pictures live for a quarter of an hour.
    staleTime: 5 * 60_000,
  })
}

/** Asks the platform: not again for a while. */
export function quotasOf(accountId: string) {
  return queryOptions({
    queryKey: [...publicationsKey, 'quotas', accountId] as const,
    queryFn: ({ signal }): Promise<AccountQuotasDto> => calls.quotas.query({ accountId }, { signal }),
    retry: false,
    staleTime: 5 * 60_000,
  })
}

/** How the work will go to each account, before one is chosen. */
export function plannedRoutesOf(input: PlannedRoutesInput) {
  return queryOptions({
    queryKey: [...publicationsKey, 'routes', input] as const,
    queryFn: ({ signal }): Promise<PlannedRoutesDto> => calls.plannedRoutes.query(input, { signal }),
  })
}

/** Works with a text that can go out, the newest first. */
export function finishedWorks(search: string) {
  return infiniteQueryOptions({
    queryKey: ['creations', 'finished', search] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<CreationRowDto>> =>
      api.creations.list.query(
        { kind: 'writing', status: 'succeeded', cursor: pageParam, ...(search !== '' && { search }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** The person's own pictures. */
export function myPictures() {
  return infiniteQueryOptions({
    queryKey: ['files', 'list', false] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<FileDto>> =>
      api.files.list.query({ isTrashed: false, cursor: pageParam, limit: 24 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 5 * 60_000,
  })
}

/** The person's own films. */
export function myFilms() {
  return infiniteQueryOptions({
    queryKey: ['files', 'list', 'video'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<FileDto>> =>
      api.files.list.query({ kind: 'video', isTrashed: false, cursor: pageParam, limit: 24 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 5 * 60_000,
  })
}

/** What operators changed of the rules: the checks run in this browser. */
export function currentRules() {
  return queryOptions({
    queryKey: ['platform-rules', 'current'] as const,
    queryFn: ({ signal }): Promise<PlatformRulesDto> => api.platformRules.current.query(undefined, { signal }),
    staleTime: 60_000,
  })
}

/** Whatever was done to publications or accounts: all that is shown of them is read again. */
export async function tellPublications(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: publicationsKey })
}
