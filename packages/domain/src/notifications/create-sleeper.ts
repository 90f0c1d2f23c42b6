/** A wake-up between two sleeps ends the next one at once. */
export function createSleeper(signal: AbortSignal) {
  let isAwake = false
  let end: (() => void) | null = null
  const wake = () => {
    isAwake = true
    end?.()
  }
  signal.addEventListener('abort', wake, { once: true })
  return {
    wake,
    async sleep(ms: number): Promise<void> {
      if (!isAwake && !signal.aborted)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      end = null
      isAwake = false
    },
  }
}
