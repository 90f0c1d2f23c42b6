import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { creationsKey } from '../works/queries.ts'

const rewritesKey = (creationId: string) => [...creationsKey, 'rewrites', creationId] as const

/** What was asked for and not decided on, also when its dialog was closed or the page left. */
export function waitingRewrites(creationId: string) {
  return queryOptions({
    queryKey: rewritesKey(creationId),
    queryFn: ({ signal }): Promise<RewriteDto[]> => api.creations.rewrites.query({ creationId }, { signal }),
    refetchInterval: (query) => (query.state.data?.some(({ status }) => status === 'writing') ? 3_000 : false),
    staleTime: 0,
  })
}
