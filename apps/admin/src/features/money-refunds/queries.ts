import type { Page } from '@mozhou/contracts/page'
import type { MoneyRefundDto, MoneyRefundRowDto } from '@mozhou/contracts/refunds/answers'
import type { RefundQueue } from '@mozhou/contracts/refunds/kinds'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const moneyRefundsKey = ['money-refunds'] as const

export function moneyRefunds(queue: RefundQueue | undefined) {
  return infiniteQueryOptions({
    queryKey: [...moneyRefundsKey, 'list', queue ?? 'all'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<MoneyRefundRowDto>> =>
      api.refunds.list.query({ cursor: pageParam, limit: 30, queue }, { signal }),
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
