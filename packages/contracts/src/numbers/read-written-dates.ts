import { dateFacts, isDay, isMonth, isYear } from './dates.ts'
import type { CalendarDate } from './dates.ts'
import type { Facts, Quantity } from './quantity.ts'
import { halfOf, halfPattern, timeFacts } from './times.ts'

/** Dates and times that are digits and signs alone: 2024-03-05, 5/3/2024, 2022.03, 14:30. */
export interface WrittenDate extends Quantity {
  end: number
}

const yearFirst = /(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/]\d)/gu
const yearLast = /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d|[-/]\d)/gu
const yearAndMonth = /(?<![\d./-])((?:19|20)\d{2})[-/.](0[1-9]|1[0-2])(?!\d|[-/]\d)/gu
const clock = new RegExp(
  `(?:(${halfPattern}) ?)?(?<![\\d:.])([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d)?(?![\\d:])(?: ?([ap](?:\\.m\\.?|m))(?!\\p{L}))?`,
  'giu',
)

export function readWrittenDates(text: string): WrittenDate[] {
  const found = [
    ...read(text, yearFirst, ([, year, , month, day]) => dated([[year, month, day]])),
    ...read(text, yearLast, ([, first, , second, year]) =>
      dated([
        [year, first, second],
        [year, second, first],
      ]),
    ),
    ...read(text, yearAndMonth, ([, year, month]) => dateFacts([{ year: Number(year), month: Number(month) }])),
    ...read(text, clock, ([, before, hour, minute, behind]) =>
      timeFacts(Number(hour), Number(minute), halfOf(before ?? behind ?? '')),
    ),
  ]
  return found.toSorted((left, right) => left.at - right.at)
}

function read(text: string, pattern: RegExp, facts: (match: RegExpExecArray) => Facts | null): WrittenDate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const known = facts(match)
    const at = match.index
    return known ? [{ ...known, text: match[0], at, end: at + match[0].length, isFirm: true }] : []
  })
}

function dated(readings: readonly (readonly (string | undefined)[])[]): Facts | null {
  const dates = readings
    .map(([year, month, day]): CalendarDate => ({ year: Number(year), month: Number(month), day: Number(day) }))
    .filter(({ year, month, day }) => isYear(year) && isMonth(month) && isDay(day))
  return dates.length === 0 ? null : dateFacts(dates)
}
