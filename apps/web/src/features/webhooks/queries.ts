import type { Page } from '@mozhou/contracts/page'
import type { WebhookDeliveryDto, WebhooksDto } from '@mozhou/contracts/webhooks/answers'
import { infiniteQueryOptions, queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const webhooksKey = ['webhooks'] as const

export function myWebhooks() {
  return queryOptions({
    queryKey: [...webhooksKey, 'list'] as const,
    queryFn: ({ signal }): Promise<WebhooksDto> => api.webhooks.list.query(undefined, { signal }),
  })
}

export function deliveriesOf(webhookId: string) {
  return infiniteQueryOptions({
    queryKey: [...webhooksKey, 'deliveries', webhookId] as const,
    queryFn: ({ pageParam, signal }): Promise<Page<WebhookDeliveryDto>> =>
      api.webhooks.deliveries.query({ webhookId, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  })
}
