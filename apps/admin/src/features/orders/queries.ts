import type { NoticeDto, OrderDetailDto, OrderRowDto, PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { NoticeFilters, OrderListFilters } from './order-search.ts'

export const ordersKey = ['orders'] as const
export const plansKey = ['plans'] as const

const asList = { initialPageParam: null as string | null, placeholderData: keepPreviousData }

export function ordersMatching(filters: OrderListFilters) {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...ordersKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<OrderRowDto>> =>
      api.orders.all.query({ ...filters, cursor: pageParam, limit: 30 }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function orderDetail(orderId: string) {
  return queryOptions({
    queryKey: [...ordersKey, 'detail', orderId] as const,
    queryFn: ({ signal }): Promise<OrderDetailDto> => api.orders.detail.query({ orderId }, { signal }),
    staleTime: 0,
  })
}

export function readNotices(filters: NoticeFilters, signal?: AbortSignal): ReadPage<NoticeDto> {
  return (cursor, limit) => api.orders.notices.query({ ...filters, cursor, limit }, signal && { signal })
}

export function noticesOf(filters: NoticeFilters) {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...ordersKey, 'notices', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<NoticeDto>> => readNotices(filters, signal)(pageParam, 30),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function allPlans() {
  return queryOptions({
    queryKey: plansKey,
    queryFn: ({ signal }): Promise<PlanRowDto[]> => api.orders.allPlans.query(undefined, { signal }),
  })
}
