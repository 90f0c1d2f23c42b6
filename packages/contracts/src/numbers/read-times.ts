import { mark, partAt } from './marked-text.ts'
import type { MarkedText, Part } from './marked-text.ts'
import type { NumberLanguage, Quantity } from './quantity.ts'
import { halfOf, halfPattern, timeFacts } from './times.ts'

const eastern = new RegExp(
  `(?:(${halfPattern}) ?)?(${mark}) ?([点點时時시])(?![候间代期段刻光常間])(?:(整|钟|鐘)| ?(${mark})(?: ?([分刻분]))?)?`,
  'dgu',
)
const english = new RegExp(
  `(?:(${mark}|quarter) past )?(${mark})(?: ?([ap](?:\\.m\\.?|m))(?!\\p{L})| o['’]clock)?`,
  'dgiu',
)

interface Time {
  hour: Part
  minute: Part | undefined
  minutes: number
  half: string
}

/** Times of the day in words: 下午两点半, 14时30分, 2 pm, half past seven, 8 o'clock. */
export function readTimes(marked: MarkedText, language: NumberLanguage, claimed: Set<number>): Quantity[] {
  const readers = [
    { pattern: eastern, read: easternTime },
    ...(language === 'en' ? [{ pattern: english, read: englishTime }] : []),
  ]
  const named = language === 'en' ? namedTimes(marked) : []
  const found = readers.flatMap(({ pattern, read }) =>
    [...marked.text.matchAll(pattern)].flatMap((match): Quantity[] => {
      const parts = (match.indices ?? []).map((place, group) =>
        group === 0 ? undefined : partAt(marked, place, claimed),
      )
      const time = read(parts, match)
      if (!time) return []
      const { hour, minute, minutes, half } = time
      claimed.add(hour.place)
      if (minute) claimed.add(minute.place)
      const isWhole = minute !== undefined || parts.filter(Boolean).length === 1
      const end = isWhole ? match.index + match[0].length : hour.place + 2
      const text = marked.slice(match.index, end)
      const at = marked.placeOf(match.index)
      return [{ ...timeFacts(hour.values[0] ?? 0, minutes, halfOf(half)), text, at, isFirm: true }]
    }),
  )
  return [...named, ...found]
}

/** Noon and midnight answer for twelve o'clock, and are not asked after. */
function namedTimes(marked: MarkedText): Quantity[] {
  return [...marked.text.matchAll(/\b(?:noon|midnight)\b/giu)].map(({ index, 0: text }) => {
    const half = text.toLowerCase() === 'noon' ? 'pm' : 'am'
    return { ...timeFacts(12, 0, half), text, at: marked.placeOf(index), isFirm: false }
  })
}

const isHour = (part: Part | undefined): part is Part =>
  part !== undefined && Number.isInteger(part.values[0]) && (part.values[0] ?? 99) <= 24

/** 三点 may be three points: a half of the day, 整, 半 or minutes say that it is a time; 14 时 needs none of them. */
function easternTime(parts: readonly (Part | undefined)[], words: readonly (string | undefined)[]): Time | null {
  const [hour, minute] = [parts[2], parts[5]]
  const [, half = '', , sign = '', full, , behind] = words
  if (!isHour(hour)) return null
  const value = minute?.values[0] ?? -1
  const minutes = value === 0.5 ? 30 : behind === '刻' ? value * 15 : behind !== undefined || half !== '' ? value : -1
  const hasMinutes = minutes >= 0 && minutes < 60 && (behind !== undefined || value === 0.5 || value >= 10)
  const isTime = half !== '' || full !== undefined || hasMinutes || (/[时時]/u.test(sign) && hour.writing === 'digits')
  return isTime ? { hour, minute: hasMinutes ? minute : undefined, minutes: hasMinutes ? minutes : 0, half } : null
}

function englishTime(parts: readonly (Part | undefined)[], words: readonly (string | undefined)[]): Time | null {
  const [before, hour] = [parts[1], parts[2]]
  if (!isHour(hour)) return null
  const past = words[1] === 'quarter' ? 0.25 : (before?.values[0] ?? 0)
  const isTime = /\p{L}\.?$/u.test(words[0] ?? '') || past === 0.5 || past === 0.25
  if (!isTime) return null
  return { hour, minute: before, minutes: past < 1 ? past * 60 : past, half: words[3] ?? '' }
}
