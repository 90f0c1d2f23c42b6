import type { NoticeDto, OrderDetailDto, OrderRowDto, PlanRowDto } from '@mozhou/contracts/orders/admin-answers'
import type { NoticeVerdict } from '@mozhou/contracts/orders/kinds'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { OrderListFilters } from './order-search.ts'

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

export function noticesOf(verdict: NoticeVerdict | undefined) {
  return infiniteQueryOptions({
    ...asList,
    queryKey: [...ordersKey, 'notices', verdict] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<NoticeDto>> =>
      api.orders.notices.query({ ...(verdict && { verdict }), cursor: pageParam, limit: 30 }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function allPlans() {
  return queryOptions({
    queryKey: plansKey,
    queryFn: ({ signal }): Promise<PlanRowDto[]> => api.orders.allPlans.query(undefined, { signal }),
  })
}
