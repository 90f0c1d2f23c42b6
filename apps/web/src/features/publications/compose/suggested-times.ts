import { dayOf, fromLocal, plusDays } from '../shanghai-time.ts'

/** Hours in which people usually read; nobody's data, and said so beside them. */
const readingHours = [
  { key: 'morning', clock: '07:30' },
  { key: 'noon', clock: '12:00' },
  { key: 'evening', clock: '18:00' },
  { key: 'night', clock: '21:00' },
] as const

export interface SuggestedTime {
  key: (typeof readingHours)[number]['key']
  at: string
}

interface Hours {
  from: number
  to: number
}

/** Whether an hour of Shanghai's day lies within an account's hours, which may go over midnight. */
export function isWithin(hour: number, window: Hours | null): boolean {
  if (window === null) return true
  return window.from < window.to ? hour >= window.from && hour < window.to : hour >= window.from || hour < window.to
}

const soonestMs = 10 * 60_000

/** The next of them, within the hours in which the account publishes: one of each. */
export function suggestedTimes(now: string, window: Hours | null): SuggestedTime[] {
  const today = dayOf(now)
  return readingHours
    .filter(({ clock }) => isWithin(Number(clock.slice(0, 2)), window))
    .map(({ key, clock }) => {
      const first = fromLocal(`${today}T${clock}`) ?? now
      const isPast = Date.parse(first) - Date.parse(now) < soonestMs
      return { key, at: isPast ? (fromLocal(`${plusDays(today, 1)}T${clock}`) ?? now) : first }
    })
    .toSorted((one, other) => one.at.localeCompare(other.at))
}
