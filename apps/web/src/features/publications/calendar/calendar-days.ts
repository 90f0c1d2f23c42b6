import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { plusDays } from '../shanghai-time.ts'

export type CalendarView = 'month' | 'week'

/** 0 for Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** Whole weeks from Monday: one, or those that the month of the day touches. */
export function daysShown(view: CalendarView, day: string): string[] {
  const first = view === 'week' ? day : `${day.slice(0, 7)}-01`
  const from = plusDays(first, -weekdayOf(first))
  const count = view === 'week' ? 7 : monthWeeks(first) * 7
  return Array.from({ length: count }, (_, index) => plusDays(from, index))
}

function monthWeeks(first: string): number {
  const [year = 0, month = 1] = first.split('-').map(Number)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Math.ceil((weekdayOf(first) + length) / 7)
}

/** The same of the next week or month, or of the one before. */
export function turned(view: CalendarView, day: string, by: 1 | -1): string {
  if (view === 'week') return plusDays(day, by * 7)
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10)
}

const steps: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** By how many days a key moves an entry: Alt and an arrow, as on the grid. */
export function daysMoved({ key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>): number | null {
  return altKey ? (steps[key] ?? null) : null
}

type Timed = Pick<PublicationDto, 'publishedAt' | 'scheduledAt' | 'updatedAt'>

/** Of an entry on its day: when it came out, or is to. */
export const timeOf = ({ publishedAt, scheduledAt, updatedAt }: Timed): string =>
  publishedAt ?? scheduledAt ?? updatedAt

export const byTime = (left: Timed, right: Timed): number => timeOf(left).localeCompare(timeOf(right))

/** Entries of one day of a month that stand there unasked; one more stands in place of the words that there is one more. */
const mostOfDay = 4

export const shownOf = <Entry>(entries: readonly Entry[]): readonly Entry[] =>
  entries.length > mostOfDay + 1 ? entries.slice(0, mostOfDay) : entries
