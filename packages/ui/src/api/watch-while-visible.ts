import { onCleanup, onMount } from 'solid-js'
import { toShownError } from '../wire/wire-error.ts'

const firstDelayMs = 1_000
const longestDelayMs = 60_000

interface StreamHandlers<News> {
  onData: (news: News) => void
  onComplete: () => void
  onError: (error: unknown) => void
}

/** Begins a stream of the API's, e.g. `(handlers) => api.notifications.unread.subscribe(undefined, handlers)`. */
type Subscribe<News> = (handlers: StreamHandlers<News>) => { unsubscribe: () => void }

/**
 * News from a stream of the API's, for as long as the page is looked at: a browser has six connections to one origin over HTTP/1.1
 * (https://developer.mozilla.org/docs/Web/API/EventSource), and pages in the background must not take them from the one in front.
 */
export function watchWhileVisible<News>(subscribe: Subscribe<News>, onNews: (news: News) => void): void {
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
    subscription = subscribe({
      onData: (news) => {
        delayMs = firstDelayMs
        onNews(news)
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
