/** One sleeper: whoever follows something and has nothing to tell just now. */
export interface Wake {
  ring(): void
  /** Resolves when rung, at once if that was since the last wait; when the time is over; when the signal aborts. */
  wait(timeoutMs?: number): Promise<void>
}

export function createWake(signal: AbortSignal): Wake {
  let isRung = signal.aborted
  let wake: (() => void) | null = null
  const ring = () => {
    isRung = true
    wake?.()
  }
  signal.addEventListener('abort', ring, { once: true })
  return {
    ring,
    async wait(timeoutMs) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = timeoutMs === undefined ? undefined : setTimeout(resolve, timeoutMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = null
      isRung = signal.aborted
    },
  }
}
