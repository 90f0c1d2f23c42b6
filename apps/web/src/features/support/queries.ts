import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { Page } from '@mozhou/contracts/page'
import type { ConversationDto, SupportMessageDto, UsualAnswerDto } from '@mozhou/contracts/support/answers'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const supportKey = ['support'] as const

const asList = { initialPageParam: null as string | null }

export function myConversations() {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...supportKey, 'list'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<ConversationDto>> =>
      api.support.list.query({ cursor: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function conversationById(conversationId: string) {
  return queryOptions({
    queryKey: [...supportKey, 'one', conversationId] as const,
    queryFn: ({ signal }): Promise<ConversationDto> => api.support.get.query({ conversationId }, { signal }),
  })
}

export function messagesOf(conversationId: string) {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...supportKey, 'messages', conversationId] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<SupportMessageDto>> =>
      api.support.messages.query({ conversationId, cursor: pageParam, limit: 30 }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function usualAnswer() {
  return queryOptions({
    queryKey: [...supportKey, 'usual'] as const,
    queryFn: ({ signal }): Promise<UsualAnswerDto> => api.support.usualAnswer.query(undefined, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** The newest works, to choose from. */
export function worksToChoose() {
  return queryOptions({
    queryKey: ['creations', 'to-choose'] as const,
    queryFn: async ({ signal }): Promise<CreationRowDto[]> =>
      (await api.creations.list.query({ limit: 50 }, { signal })).items,
  })
}

/** The newest orders of both kinds, to choose from. */
export function ordersToChoose() {
  return queryOptions({
    queryKey: ['orders', 'to-choose'] as const,
    queryFn: async ({ signal }): Promise<OrderDto[]> => {
      const pages = await Promise.all([
        api.orders.recharges.query({ limit: 30 }, { signal }),
        api.orders.memberships.query({ limit: 30 }, { signal }),
      ])
      return pages
        .flatMap(({ items }) => items)
        .toSorted((left, right) => right.createdAt.localeCompare(left.createdAt))
    },
  })
}
