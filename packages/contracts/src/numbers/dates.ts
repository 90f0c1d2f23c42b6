import { fact } from './quantity.ts'
import type { Quantity } from './quantity.ts'

export interface CalendarDate {
  year?: number | undefined
  month?: number | undefined
  day?: number | undefined
}

export const monthPattern =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const monthOf = (name: string) => names.indexOf(name.slice(0, 3).toLowerCase()) + 1

export const isDay = (value: number | undefined) =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= 31
export const isMonth = (value: number | undefined) =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= 12
export const isYear = (value: number | undefined) =>
  value !== undefined && Number.isInteger(value) && value >= 1_000 && value < 3_000

/**
 * What a date needs and offers. A text may say the year once and leave it out afterwards: a date without its year answers for one with it
 * where the year stands somewhere.
 */
export function dateFacts(dates: readonly CalendarDate[]): Pick<Quantity, 'needs' | 'offers'> {
  const facts = dates.map(factsOfOne)
  return { needs: facts.flatMap(({ needs }) => needs), offers: facts.flatMap(({ offers }) => offers) }
}

function factsOfOne({ year, month, day }: CalendarDate): { needs: string[][]; offers: string[] } {
  const [y, m, d] = [year ?? 0, month ?? 0, day ?? 0]
  const inYear = year === undefined ? [] : [fact('y', y)]
  if (month !== undefined && day !== undefined) {
    const [dated, open] = [`ymd:${y}-${m}-${d}`, `md:${m}-${d}`]
    // Where months have names that are not read, the day and the year answer for the date.
    const unnamed = [fact('day-number', d), ...inYear]
    if (year === undefined)
      return { needs: [[open], [`${open}-in-year`], unnamed], offers: [open, fact('m-of-date', m), fact('d', d)] }
    const offers = [dated, `${open}-in-year`, `ym:${y}-${m}`, fact('m-of-date', m), fact('d', d), ...inYear]
    return { needs: [[dated], [open, ...inYear], unnamed], offers }
  }
  if (month !== undefined && year !== undefined) {
    const dated = `ym:${y}-${m}`
    const needs = [[dated], [fact('m', m), ...inYear], [fact('month-unread', 0), ...inYear]]
    return { needs, offers: [dated, fact('m-of-date', m), ...inYear] }
  }
  if (month !== undefined)
    return {
      needs: ['m', 'm-of-date', 'u', 'month-unread'].map((kind) => [fact(kind, kind === 'month-unread' ? 0 : m)]),
      offers: [fact('m', m)],
    }
  if (year !== undefined) return { needs: [inYear, [fact('u', y)], [fact('b', y)]], offers: [...inYear, fact('u', y)] }
  return { needs: [[fact('u', d)], [fact('b', d)], [fact('d', d)]], offers: [fact('u', d), fact('d', d)] }
}
