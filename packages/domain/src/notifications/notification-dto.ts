import type { NotificationDto } from '@mozhou/contracts/notifications/answers'
import { notificationEvent } from '@mozhou/contracts/notifications/events'
import { formatId } from '@mozhou/contracts/ids'

interface NotificationRow {
  id: string
  kind: string
  params: unknown
  createdAt: Date
  readAt: Date | null
}

export function toNotificationDto({ id, kind, params, createdAt, readAt }: NotificationRow): NotificationDto {
  return {
    ...notificationEvent.parse({ kind, params }),
    id: formatId('notification', id),
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
}
