import type { BillDayDto, BillDetailDto, CreditedDto } from '@mozhou/contracts/reconciliation/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { ReadPage } from '../../tables/read-all.ts'
import type { BillFilters } from './bill-search.ts'

export const reconciliationKey = ['reconciliation'] as const

const pageSize = 60

/** Paged by days, each with the bills of all channels. */
export function readBills(filters: BillFilters, signal?: AbortSignal): ReadPage<BillDayDto> {
  const { state, ...rest } = filters
  return async (before, limit) => {
    const input = { ...rest, limit, ...(state === 'open' && { isOpen: true }), ...(before !== null && { before }) }
    const items = await api.reconciliation.bills.query(input, signal && { signal })
    return { items, nextCursor: items.length < limit ? null : (items.at(-1)?.day ?? null) }
  }
}

export function billDays(filters: BillFilters) {
  return infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: [...reconciliationKey, 'days', filters] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<BillDayDto>> => readBills(filters, signal)(pageParam, pageSize),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  })
}

export function billDetail(billId: string) {
  return queryOptions({
    queryKey: [...reconciliationKey, 'bill', billId] as const,
    queryFn: ({ signal }): Promise<BillDetailDto> => api.reconciliation.bill.query({ billId }, { signal }),
    staleTime: 0,
  })
}

export function credited() {
  return queryOptions({
    queryKey: [...reconciliationKey, 'credited'] as const,
    queryFn: ({ signal }): Promise<CreditedDto> => api.reconciliation.credited.query(undefined, { signal }),
    staleTime: 0,
  })
}
