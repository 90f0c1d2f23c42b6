import type { BillDayDto, BillDetailDto, CreditedDto } from '@mozhou/contracts/reconciliation/answers'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const reconciliationKey = ['reconciliation'] as const

const pageSize = 60

export function billDays() {
  return infiniteQueryOptions({
    queryKey: [...reconciliationKey, 'days'] as const,
    queryFn: async ({ pageParam, signal }): Promise<{ items: BillDayDto[]; before: string | null }> => {
      const input = { limit: pageSize, ...(pageParam === null ? {} : { before: pageParam }) }
      const items = await api.reconciliation.bills.query(input, { signal })
      return { items, before: items.length < pageSize ? null : (items.at(-1)?.day ?? null) }
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.before,
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
