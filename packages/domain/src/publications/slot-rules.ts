/** Hours of Shanghai's day in which an account publishes; `from` may be after `to`, over midnight. */
export interface Window {
  from: number
  to: number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const offsetMs = 8 * hourMs

/** The first instant from `at` on that lies within the hours. */
export function nextWithin(at: Date, window: Window | null): Date {
  if (window === null) return at
  const intoDay = (at.getTime() + offsetMs) % dayMs
  const from = window.from * hourMs
  const to = window.to * hourMs
  const isWithin = from < to ? intoDay >= from && intoDay < to : intoDay >= from || intoDay < to
  if (isWithin) return at
  const waitMs = intoDay < from ? from - intoDay : dayMs - intoDay + from
  return new Date(at.getTime() + waitMs)
}

/** When the next publication of an account may begin, at the earliest. */
export function slotFrom(now: Date, { nextSlotAt, window }: { nextSlotAt: Date | null; window: Window | null }): Date {
  return nextWithin(nextSlotAt !== null && nextSlotAt > now ? nextSlotAt : now, window)
}

const firstMs = 30_000
const longestMs = 30 * 60_000

/** How long to wait before what failed for a while is tried again; a platform that names a time is heard. */
export function backoffMs(tries: number, namedMs: number | null = null): number {
  return Math.max(namedMs ?? 0, Math.min(firstMs * 2 ** Math.min(tries, 12), longestMs))
}
