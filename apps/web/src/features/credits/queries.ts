import type { AllowanceDto, ExpiringCreditsDto } from '@mozhou/contracts/credits/answers'
import type { LedgerRowDto } from '@mozhou/contracts/generations/ledger-answers'
import type { EntryKind } from '@mozhou/contracts/credits/kinds'
import type { Page } from '@mozhou/contracts/page'
import type { MyUsageDto } from '@mozhou/contracts/models/usage-answers'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creditsKey } from '../../session/queries.ts'

export function myAllowance() {
  return queryOptions({
    queryKey: [...creditsKey, 'allowance'] as const,
    queryFn: ({ signal }): Promise<AllowanceDto> => api.credits.allowance.query(undefined, { signal }),
    refetchInterval: 60_000,
  })
}

export function myExpiring() {
  return queryOptions({
    queryKey: [...creditsKey, 'expiring'] as const,
    queryFn: ({ signal }): Promise<ExpiringCreditsDto[]> => api.credits.expiring.query(undefined, { signal }),
  })
}

export function myUsage(range: { from: string; to: string }) {
  return queryOptions({
    queryKey: [...creditsKey, 'usage', range] as const,
    queryFn: ({ signal }): Promise<MyUsageDto> => api.usage.mine.query(range, { signal }),
  })
}

export interface TransactionFilters {
  kind?: EntryKind | undefined
  direction?: 'in' | 'out' | undefined
  /** ISO instants, `to` exclusive. */
  from?: string | undefined
  to?: string | undefined
}

export function myTransactions(filters: TransactionFilters) {
  return infiniteQueryOptions({
    queryKey: [...creditsKey, 'transactions', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<LedgerRowDto>> =>
      api.credits.transactions.query({ ...filters, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
