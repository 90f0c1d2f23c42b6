import type { Page } from '@mozhou/contracts/page'
import type { MoneyRefundDto, MoneyRefundRowDto } from '@mozhou/contracts/refunds/answers'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { RefundFilters } from './refund-search.ts'

export const moneyRefundsKey = ['money-refunds'] as const

export function readMoneyRefunds(filters: RefundFilters, signal?: AbortSignal): ReadPage<MoneyRefundRowDto> {
  return (cursor, limit) => api.refunds.list.query({ ...filters, cursor, limit }, signal && { signal })
}

export function moneyRefunds(filters: RefundFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: [...moneyRefundsKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<MoneyRefundRowDto>> =>
      readMoneyRefunds(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** With what may come back at this moment. */
export function moneyRefund(refundId: string) {
  return queryOptions({
    queryKey: [...moneyRefundsKey, 'one', refundId] as const,
    queryFn: ({ signal }): Promise<MoneyRefundDto> => api.refunds.one.query({ refundId }, { signal }),
    staleTime: 0,
  })
}
