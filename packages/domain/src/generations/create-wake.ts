/** Lets a follower sleep until there is news for it. */
export interface Wake {
  notify(): void
  /** Resolves when notified, at once if that was since the last wait; when the time is over; when the signal aborts. */
  wait(timeoutMs?: number): Promise<void>
}

export function createWake(signal: AbortSignal): Wake {
  let isNotified = signal.aborted
  let wake: (() => void) | null = null
  const notify = () => {
    isNotified = true
    wake?.()
  }
  signal.addEventListener('abort', notify, { once: true })
  return {
    notify,
    async wait(timeoutMs) {
      if (!isNotified) {
        await new Promise<void>((resolve) => {
          const timer = timeoutMs === undefined ? undefined : setTimeout(resolve, timeoutMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = null
      isNotified = signal.aborted
    },
  }
}
