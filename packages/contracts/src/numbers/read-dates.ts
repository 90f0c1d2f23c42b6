import { dateFacts, isDay, isMonth, isYear, monthOf, monthPattern } from './dates.ts'
import type { CalendarDate } from './dates.ts'
import { mark, partAt } from './marked-text.ts'
import type { MarkedText, Part } from './marked-text.ts'
import type { NumberLanguage, Quantity } from './quantity.ts'

const to = '(?: ?(?:[-–—~～〜至到、和及与]|to|and|through|until|or) ?)'
const eastern = new RegExp(
  `(?:(${mark}) ?[年년] ?)?(?:(${mark})${to})?(${mark}) ?[月월]份?(?: ?(${mark}) ?(?:[日号號일]|(?=${to}${mark} ?[日号號일]))(?:${to}(${mark}) ?[日号號일])?)?|(${mark}) ?[年년](?:度|底|初|末|中)?|(${mark}) ?[日号號일](?!本|元|子|圆|楼|线|门)`,
  'dgu',
)
const alone =
  'January|February|(?<!Long )March|April|June|July|August|September|October|November|December|(?<=\\b(?:in|of|by|since|until|from|to|early|late|mid|last|next|this|every|before|after|during|through|and)[ -])May'
const english = new RegExp(
  `(?<!\\p{L})(${monthPattern})\\.? (${mark})(?:${to}(${mark})(?! ?${monthPattern}))?(?:,? (${mark}))?|(?:(${mark})${to})?(${mark})(?: day)?(?: of)?[ -](${monthPattern})(?!\\p{L})\\.?(?:,?[ -](${mark}))?|(?<!\\p{L})(${alone})(?!\\p{L})`,
  'dgu',
)

/** The numbers of a match by group, and the words. */
interface Match {
  parts: readonly (Part | undefined)[]
  words: readonly (string | undefined)[]
}
interface Found {
  dates: readonly (readonly CalendarDate[])[]
  used: readonly (Part | undefined)[]
}

/** Dates in words: 2024年3月5日, March 5, 2024, 5 March, 3月5日至8日, 2024 年. */
export function readDates(marked: MarkedText, language: NumberLanguage, claimed: Set<number>): Quantity[] {
  const readers = [
    { pattern: eastern, read: easternDates },
    ...(language === 'en' ? [{ pattern: english, read: englishDates }] : []),
  ]
  return readers.flatMap(({ pattern, read }) =>
    [...marked.text.matchAll(pattern)].flatMap((match): Quantity[] => {
      const places = match.indices ?? []
      const parts = places.map((place, group) => (group === 0 ? undefined : partAt(marked, place, claimed)))
      const found = read({ parts, words: match })
      if (!found) return []
      for (const part of found.used) if (part) claimed.add(part.place)
      const ends = places.map((place, group) =>
        group > 0 && place && found.used.includes(parts[group]) ? place[1] : 0,
      )
      const isWhole = found.used.filter(Boolean).length === parts.filter(Boolean).length
      const text = marked.slice(match.index, isWhole ? match.index + match[0].length : Math.max(...ends))
      return found.dates.map((dates) => ({ ...dateFacts(dates), text, at: marked.placeOf(match.index), isFirm: true }))
    }),
  )
}

const valueOf = (part: Part | undefined) => part?.values[0]

function easternDates({ parts }: Match): Found | null {
  const [, year, firstMonth, month, day, lastDay, onlyYear, onlyDay] = parts
  if (onlyYear) return isYear(valueOf(onlyYear)) ? { dates: [[{ year: valueOf(onlyYear) }]], used: [onlyYear] } : null
  if (onlyDay) return isDay(valueOf(onlyDay)) ? { dates: [[{ day: valueOf(onlyDay) }]], used: [onlyDay] } : null
  if (!isMonth(valueOf(month)) || (day && !isDay(valueOf(day)))) return null
  const isFirst = isMonth(valueOf(firstMonth)) && !day
  const months = [...(isFirst ? [valueOf(firstMonth)] : []), ...(month?.values ?? [])]
  const written: CalendarDate[] = day
    ? [{ month: valueOf(month), day: valueOf(day) }]
    : months.map((one) => ({ month: one }))
  if (lastDay) written.push({ month: valueOf(month), day: valueOf(lastDay) })
  const used = [year, isFirst ? firstMonth : undefined, month, day, lastDay]
  return { dates: written.map((date) => yearsOf(valueOf(year)).map((one) => ({ ...date, year: one }))), used }
}

/** `24年3月` is of 2024 as well. */
const yearsOf = (year: number | undefined) => (year !== undefined && year < 100 ? [year, 2_000 + year] : [year])

function englishDates({ parts, words }: Match): Found | null {
  const isLater = words[7] !== undefined
  const [first, last, year] = isLater ? [parts[5], parts[6], parts[8]] : [parts[2], parts[3], parts[4]]
  const month = monthOf(words[1] ?? words[7] ?? words[9] ?? '')
  const days = [first, last].filter((part) => isDate(part) && isDay(valueOf(part)))
  const known = isYear(valueOf(year)) ? year : undefined
  if (days.length > 0 && (!isLater || days.includes(last)))
    return {
      dates: days.map((day) => [{ year: valueOf(known), month, day: valueOf(day) }]),
      used: [...days, known],
    }
  const monthYear = isLater ? known : isYear(valueOf(first)) ? first : undefined
  if (monthYear) return { dates: [[{ year: valueOf(monthYear), month }]], used: [monthYear] }
  const name = words[1] ?? words[7] ?? words[9] ?? ''
  return words[9] !== undefined || (name.length > 4 && month > 0) ? { dates: [[{ month }]], used: [] } : null
}

const isDate = (part: Part | undefined) => part !== undefined && (part.writing === 'digits' || part.isOrdinal)
