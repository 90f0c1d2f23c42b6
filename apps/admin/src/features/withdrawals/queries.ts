import type { Page } from '@mozhou/contracts/page'
import type { WithdrawalDetailDto, WithdrawalRowDto, WithdrawalRulesDto } from '@mozhou/contracts/withdrawals/answers'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { WithdrawalFilters } from './withdrawal-search.ts'

export const withdrawalsKey = ['withdrawals'] as const

export function readWithdrawals(filters: WithdrawalFilters, signal?: AbortSignal): ReadPage<WithdrawalRowDto> {
  return (cursor, limit) => api.withdrawals.list.query({ ...filters, cursor, limit }, signal && { signal })
}

export function withdrawals(filters: WithdrawalFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: [...withdrawalsKey, 'list', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<WithdrawalRowDto>> =>
      readWithdrawals(filters, signal)(pageParam, 30),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function withdrawalById(withdrawalId: string) {
  return queryOptions({
    queryKey: [...withdrawalsKey, 'one', withdrawalId] as const,
    queryFn: ({ signal }): Promise<WithdrawalDetailDto> => api.withdrawals.one.query({ withdrawalId }, { signal }),
    staleTime: 0,
  })
}

export function withdrawalRules() {
  return queryOptions({
    queryKey: [...withdrawalsKey, 'rules'] as const,
    queryFn: ({ signal }): Promise<WithdrawalRulesDto> => api.withdrawals.rules.query(undefined, { signal }),
  })
}
