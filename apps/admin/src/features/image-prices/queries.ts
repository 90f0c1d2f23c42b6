import type { ImagePriceChangeDto, ImagePriceRowDto } from '@mozhou/contracts/images/answers'
import { toolWithQualities } from '@mozhou/contracts/images/kinds'
import type { Page } from '@mozhou/contracts/page'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const imagePricesKey = ['image-prices'] as const

/** A table knows its rows by an id. */
export type PriceLine = ImagePriceRowDto & { id: string }

export function imagePrices() {
  return queryOptions({
    queryKey: [...imagePricesKey, 'now'] as const,
    queryFn: async ({ signal }): Promise<PriceLine[]> => toLines(await api.images.prices.query(undefined, { signal })),
  })
}

/** Those that somebody can be charged: of most tools there is one quality. */
function toLines(rows: readonly ImagePriceRowDto[]): PriceLine[] {
  return rows
    .filter(({ tool, quality }) => tool === toolWithQualities || quality === 'standard')
    .map((row) => ({ ...row, id: `${row.tool} ${row.quality}` }))
}

export function imagePriceChanges() {
  return infiniteQueryOptions({
    queryKey: [...imagePricesKey, 'changes'] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<ImagePriceChangeDto>> =>
      api.images.priceChanges.query({ cursor: pageParam, limit: 20 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
