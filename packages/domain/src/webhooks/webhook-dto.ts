import { formatId } from '@mozhou/contracts/ids'
import type { WebhookDto } from '@mozhou/contracts/webhooks/answers'
import type { Prisma } from '@mozhou/db/client'
import { storedWebhookEvent } from '../stored-columns.ts'

export const webhookSelect = {
  id: true,
  url: true,
  events: true,
  isOn: true,
  createdAt: true,
  deliveries: {
    where: { status: 'delivered' },
    orderBy: { deliveredAt: 'desc' },
    take: 1,
    select: { deliveredAt: true },
  },
} as const satisfies Prisma.WebhookSelect

type WebhookRow = Prisma.WebhookGetPayload<{ select: typeof webhookSelect }>

export function toWebhookDto({ id, url, events, isOn, createdAt, deliveries: [last] }: WebhookRow): WebhookDto {
  return {
    id: formatId('webhook', id),
    url,
    events: events.map(storedWebhookEvent),
    isOn,
    deliveredAt: last?.deliveredAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}
