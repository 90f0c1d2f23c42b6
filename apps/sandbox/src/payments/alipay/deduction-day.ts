import type { Agreement } from '../agreement.ts'
import { chinaDay } from '../china-time.ts'

const dayMs = 86_400_000
const windowDays = 5
const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** One period later; an agreement by months names a day that every month has. */
export function dayAfter({ unit, count }: Agreement['period'], day: string): string {
  if (unit === 'DAY') return dayOf(midnight(day) + count * dayMs)
  const at = new Date(midnight(day))
  return dayOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count, at.getUTCDate()))
}

/** A period in which nothing was taken is gone: the next one counts. */
export function skipPastDays(agreement: Agreement, now: Date): void {
  while (agreement.nextDay < chinaDay(now)) agreement.nextDay = dayAfter(agreement.period, agreement.nextDay)
}

/** The day itself and the five before it. */
export function isInWindow({ nextDay }: Agreement, now: Date): boolean {
  const today = chinaDay(now)
  return today <= nextDay && today >= dayOf(midnight(nextDay) - windowDays * dayMs)
}
