import type { UsageRowDto } from '@mozhou/contracts/models/answers'
import type { Page } from '@mozhou/contracts/page'
import type { UsageReportDto } from '@mozhou/contracts/models/usage-answers'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import type { UsageFilters } from './usage-filters.ts'
import { isUsageRange } from './usage-filters.ts'

const usageKey = ['usage'] as const

export function usageReport(filters: UsageFilters) {
  return queryOptions({
    queryKey: [...usageKey, 'report', filters] as const,
    queryFn: ({ signal }): Promise<UsageReportDto> => api.usage.report.query(filters, { signal }),
    enabled: isUsageRange(filters),
    placeholderData: keepPreviousData,
  })
}

export type UsageRowsFilter = Omit<UsageFilters, 'by'> & { modelId?: string; userId?: string }

export function usageRows(filter: UsageRowsFilter) {
  return infiniteQueryOptions({
    queryKey: [...usageKey, 'rows', filter] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<UsageRowDto>> =>
      api.usage.rows.query({ ...filter, cursor: pageParam, limit: 30 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
