import type { NotificationDto, NotificationWishDto } from '@mozhou/contracts/notifications/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

const notificationsKey = ['notifications'] as const

export function myMessages() {
  return infiniteQueryOptions({
    queryKey: [...notificationsKey, 'list'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<NotificationDto>> =>
      api.notifications.list.query({ cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function myWishes() {
  return queryOptions({
    queryKey: [...notificationsKey, 'wishes'] as const,
    queryFn: ({ signal }): Promise<NotificationWishDto[]> => api.notifications.wishes.query(undefined, { signal }),
  })
}
