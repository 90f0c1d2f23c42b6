import type { ModelOptionDto } from '@mozhou/contracts/models/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export function modelOptions() {
  return queryOptions({
    queryKey: ['models', 'options'] as const,
    queryFn: ({ signal }): Promise<ModelOptionDto[]> => api.models.list.query({}, { signal }),
    staleTime: 60_000,
  })
}
