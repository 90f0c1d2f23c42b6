import type { UnreadDto } from '@mozhou/contracts/notifications/answers'
import { watchWhileVisible } from '@mozhou/ui/api/watch-while-visible'
import { api } from '../../api.ts'

/** How much is unread, from the API's own stream. */
export function watchUnread(onUnread: (unread: number) => void): void {
  watchWhileVisible<UnreadDto>(
    (handlers) => api.notifications.unread.subscribe(undefined, handlers),
    ({ unread }) => onUnread(unread),
  )
}
