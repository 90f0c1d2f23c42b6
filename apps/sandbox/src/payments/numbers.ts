const perSecond = 100

/**
 * Numbers as channels give them out: a day, a counter, and always as long. The counter begins at the time: whoever keeps them over a restart
 * must not be given a number of one payment for another one.
 */
export function createNumbers(startedAt = Date.now()) {
  let last = Math.floor((startedAt / 1_000) * perSecond)
  return {
    next(prefix: string, length: number): string {
      last += 1
      const digits = length - prefix.length
      return prefix + String(last).slice(-digits).padStart(digits, '0')
    },
  }
}

export type Numbers = ReturnType<typeof createNumbers>
