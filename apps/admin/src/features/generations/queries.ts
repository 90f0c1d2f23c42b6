import type { GenerationPageDto } from '@mozhou/contracts/generations/admin-answers'
import { isActive } from '@mozhou/contracts/generations/kinds'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const generationsKey = ['generations'] as const

/** Read again while it runs. */
export function generationDetail(generationId: string) {
  return queryOptions({
    queryKey: [...generationsKey, 'detail', generationId] as const,
    queryFn: ({ signal }): Promise<GenerationPageDto> => api.generations.get.query({ generationId }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isActive(state.data.status) ? 3_000 : false),
  })
}
