import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import type { Page } from '@mozhou/contracts/page'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creationsKey, isRunning } from '../works/queries.ts'

export function recentCreations() {
  return queryOptions({
    queryKey: [...creationsKey, 'recent'] as const,
    queryFn: ({ signal }): Promise<Page<CreationRowDto>> => api.creations.list.query({ limit: 8 }, { signal }),
    // While something is being written its row changes without anybody pressing anything.
    refetchInterval: (query) => (query.state.data?.items.some(isRunning) ? 3_000 : false),
  })
}
