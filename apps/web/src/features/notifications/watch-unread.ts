import type { UnreadDto } from '@mozhou/contracts/notifications/answers'
import { toShownError } from '@mozhou/ui/api/wire-error'
import { onCleanup, onMount } from 'solid-js'
import { api } from '../../api.ts'

const firstDelayMs = 1_000
const longestDelayMs = 60_000

/**
 * How much is unread, from the API's own stream, for as long as the page is looked at: a browser has six connections to one origin over
 * HTTP/1.1 (https://developer.mozilla.org/docs/Web/API/EventSource), and pages in the background must not take them from the one in front.
 */
export function watchUnread(onUnread: (unread: number) => void): void {
  let subscription: { unsubscribe: () => void } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let delayMs = firstDelayMs

  const stop = () => {
    clearTimeout(timer)
    subscription?.unsubscribe()
    subscription = null
  }
  const again = () => {
    stop()
    timer = setTimeout(start, delayMs)
    delayMs = Math.min(delayMs * 2, longestDelayMs)
  }
  const start = () => {
    stop()
    subscription = api.notifications.unread.subscribe(undefined, {
      onData: ({ unread }: UnreadDto) => {
        delayMs = firstDelayMs
        onUnread(unread)
      },
      onComplete: again,
      onError: (error) => {
        if (toShownError(error).code === 'UNAUTHENTICATED') stop()
        else again()
      },
    })
  }
  const look = () => (document.visibilityState === 'visible' ? start() : stop())
  onMount(() => {
    document.addEventListener('visibilitychange', look)
    look()
  })
  onCleanup(() => {
    document.removeEventListener('visibilitychange', look)
    stop()
  })
}
