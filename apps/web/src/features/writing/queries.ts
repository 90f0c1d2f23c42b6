import type { ModelOptionDto } from '@mozhou/contracts/models/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

const writingKey = ['writing'] as const

export function writingTools() {
  return queryOptions({
    queryKey: [...writingKey, 'tools'] as const,
    queryFn: ({ signal }) => api.writing.tools.query(undefined, { signal }),
    staleTime: 10 * 60_000,
  })
}

export function modelOptions() {
  return queryOptions({
    queryKey: ['models', 'options'] as const,
    queryFn: ({ signal }): Promise<ModelOptionDto[]> => api.models.list.query(undefined, { signal }),
    staleTime: 60_000,
  })
}
