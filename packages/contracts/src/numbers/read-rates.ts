import { discount, priced } from './discounts.ts'
import { mark, partAt } from './marked-text.ts'
import type { MarkedText } from './marked-text.ts'
import { signed, signOf } from './minus.ts'
import { fact, factsOf } from './quantity.ts'
import type { Facts, Quantity } from './quantity.ts'

interface Reader {
  pattern: RegExp
  /** What the numbers of a match say together; null where they say nothing together. */
  read(values: readonly number[]): Facts | null
  /** Read of numbers in words alone: 5 in 2024 is no share. */
  isSpelled?: boolean
}

const ratio = (...values: number[]): Facts => factsOf(values.map((value) => ({ unit: 'ratio', value, bare: value })))
const number = (...values: number[]): Facts => factsOf(values.map((bare) => ({ unit: '', value: bare, bare })))

const readers: readonly Reader[] = [
  { pattern: new RegExp(`(${mark}) ?分之 ?(${mark})`, 'dgu'), read: ([of = 1, count = 0]) => ratio(count / of) },
  {
    // Three points more of a share are no 3 %.
    pattern: new RegExp(`(${mark}) ?[个個]?(${mark})分[点點]`, 'dgu'),
    read: ([bare = 0, of]) => (of === 100 ? factsOf([{ unit: 'points', value: bare / of, bare }]) : null),
  },
  {
    pattern: new RegExp(`(${mark}) ?成(${mark})?(?![立为員员果功本就长分熟绩套])`, 'dgu'),
    read: ([tenths = 99, more = 0]) => (tenths <= 10 ? ratio((tenths + (more < 1 ? more : more / 10)) / 10) : null),
  },
  {
    pattern: new RegExp(`(${mark}) ?折(?!叠|扣|腾|中|返|射)`, 'dgu'),
    read: ([left = 0]) => discount(left / (left < 10 ? 10 : 100)),
  },
  { pattern: new RegExp(`(${mark}) ?倍`, 'dgu'), read: ([times = 0]) => multiple(times) },
  {
    pattern: new RegExp(`(${mark}) ?世[纪紀] ?(${mark}) ?年代`, 'dgu'),
    read: ([century = 0, years = 0]) => number((century - 1) * 100 + years),
  },
  { pattern: new RegExp(`(${mark}) ?年代`, 'dgu'), read: ([years = 0]) => decade(years) },
  {
    pattern: new RegExp(`(${mark})['’]?s(?!\\p{L})`, 'dgu'),
    read: ([years = 1]) => (years % 10 === 0 ? decade(years) : null),
  },
  { pattern: new RegExp(`(${mark})/(${mark})(?![/\\d])`, 'dgu'), read: ([count = 0, of = 0]) => share(count, of) },
  {
    pattern: new RegExp(`(${mark}) (?:in|out of) (?:every )?(${mark})`, 'dgu'),
    read: ([count = 0, of = 0]) => share(count, of),
    isSpelled: true,
  },
]

/** A share of so many; both of its numbers may stand in the other text. */
function share(count: number, of: number): Facts | null {
  if (of <= 0 || count >= 1_000) return null
  const { needs, offers } = ratio(count / of)
  const apart = [fact('u', count), fact('u', of)]
  return { needs: [...needs, apart], offers: [...offers, ...apart] }
}

/** Three times as much is two times more, and 200 % more. */
function multiple(times: number): Facts {
  const facts = [number(times, times + 1), ratio(times, times - 1)]
  return { needs: facts.flatMap(({ needs }) => needs), offers: facts.flatMap(({ offers }) => offers) }
}

const decade = (years: number) =>
  years < 100 ? number(years, 1_900 + years, 2_000 + years) : number(years, years % 100)

/** Shares, parts, multiples and decades: 三分之二, 千分之五, 三成, 八折, 两倍, 90年代, 2/3. */
export function readRates(marked: MarkedText, claimed: Set<number>): Quantity[] {
  return readers.flatMap(({ pattern, read, isSpelled }) =>
    [...marked.text.matchAll(pattern)].flatMap((match): Quantity[] => {
      const parts = (match.indices ?? []).slice(1).flatMap((place) => (place ? [partAt(marked, place, claimed)] : []))
      const free = parts.filter((part) => part !== undefined)
      const isRead = isSpelled !== true || free.every(({ writing }) => writing === 'english')
      const facts = isRead && free.length === parts.length ? read(free.map(({ values }) => values[0] ?? 0)) : null
      if (!facts) return []
      for (const { place } of free) claimed.add(place)
      const until = match.index + match[0].length
      const { sign, from } = signOf(marked, [match.index, until], true)
      const text = marked.slice(from, until)
      const isFirm = free.length > 1 || free.some(({ isQuiet }) => !isQuiet)
      return [{ ...signed(priced(facts, marked, match.index, until), sign), text, at: marked.placeOf(from), isFirm }]
    }),
  )
}
