const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Pauses after the first try and each that follows: a day of them, and then it is given up. */
export const pausesMs = [
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  8 * hour,
] as const

/** When to try again after so many tries; null: given up. */
export function nextTryAt(now: Date, tries: number): Date | null {
  const pause = pausesMs[tries - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause)
}

/** Anything else than 2xx is no answer: a redirect would lead somewhere that nobody judged. */
export const isDelivered = (status: number): boolean => status >= 200 && status < 300
