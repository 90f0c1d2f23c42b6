import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { Page } from '@mozhou/contracts/page'
import type { QueueRowDto, SupportMessageDto, SupportTimesDto } from '@mozhou/contracts/support/answers'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { QueueFilters } from './queue-search.ts'

export const supportKey = ['support'] as const

/** An open queue looks this often what has come. */
const lookEveryMs = 15_000

const asList = { initialPageParam: null as string | null }

export function readQueue(filters: QueueFilters, signal?: AbortSignal): ReadPage<QueueRowDto> {
  return (cursor, limit) => api.support.queue.query({ ...filters, cursor, limit }, signal && { signal })
}

export function supportQueue(filters: QueueFilters) {
  return infiniteQueryOptions({
    ...asList,
    placeholderData: keepPreviousData,
    queryKey: [...supportKey, 'queue', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<QueueRowDto>> => readQueue(filters, signal)(pageParam, 30),
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: lookEveryMs,
  })
}

export function supportTimes() {
  return queryOptions({
    queryKey: [...supportKey, 'times'] as const,
    queryFn: ({ signal }): Promise<SupportTimesDto> => api.support.times.query(undefined, { signal }),
    refetchInterval: lookEveryMs,
  })
}

export function conversationRow(conversationId: string) {
  return queryOptions({
    queryKey: [...supportKey, 'one', conversationId] as const,
    queryFn: ({ signal }): Promise<QueueRowDto> => api.support.one.query({ conversationId }, { signal }),
    staleTime: 0,
  })
}

export function messagesOf(conversationId: string) {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...supportKey, 'said', conversationId] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<SupportMessageDto>> =>
      api.support.said.query({ conversationId, cursor: pageParam, limit: 30 }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Of a person's work, for who may read the ledger. */
export function receiptOf({ userId, creationId }: { userId: string; creationId: string }) {
  return queryOptions({
    queryKey: [...supportKey, 'receipt', creationId] as const,
    queryFn: ({ signal }): Promise<ReceiptDto> => api.credits.receipt.query({ userId, creationId }, { signal }),
    staleTime: 0,
  })
}
