import type { ModelAdminDto, ModelPriceDto, UsageRowDto } from '@mozhou/contracts/models/answers'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const modelsKey = ['models'] as const

export function catalogue() {
  return queryOptions({
    queryKey: [...modelsKey, 'catalogue'] as const,
    queryFn: ({ signal }): Promise<ModelAdminDto[]> => api.models.catalogue.query(undefined, { signal }),
    // Circuits open and close by themselves.
    refetchInterval: 15_000,
  })
}

export function usageOf(modelId: string) {
  return infiniteQueryOptions({
    queryKey: [...modelsKey, 'usage', modelId] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<UsageRowDto>> =>
      api.models.usage.query({ modelId, cursor: pageParam, limit: 20 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** A model has one price per instant. */
export type PriceRow = ModelPriceDto & { id: string }

export function pricesOf(modelId: string) {
  return infiniteQueryOptions({
    queryKey: [...modelsKey, 'prices', modelId] as const,
    queryFn: async ({ pageParam, signal }): Promise<Page<PriceRow>> => {
      const page = await api.models.prices.query({ modelId, cursor: pageParam, limit: 20 }, { signal })
      return { ...page, items: page.items.map((price) => ({ ...price, id: price.effectiveFrom })) }
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
