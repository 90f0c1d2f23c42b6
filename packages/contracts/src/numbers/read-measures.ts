import { priced } from './discounts.ts'
import { endMark, halfMark, mark, partAt } from './marked-text.ts'
import type { MarkedText, Part } from './marked-text.ts'
import { signed, signOf } from './minus.ts'
import { fact, factsOf } from './quantity.ts'
import type { Meaning, Quantity } from './quantity.ts'
import { signPattern, unitPattern, unitsOf } from './units.ts'
import type { Unit } from './units.ts'

const to = '(?: ?(?:[-–—~～〜至到或]|to|and|or) ?)'
/** `一个半小时`, `两年半`, `an hour and a half`, `¥100–200`, `5–10 公里`, `第三`, `三个`. */
const measured = new RegExp(
  `(第 ?)?(?:(?<!\\p{L})(${signPattern}) ?)?(${mark})(?:${to}(${endMark}))?[多余餘来]?(?:(?:个(${halfMark}))?[ \\t-]?(${unitPattern})(?:(?: and )?(${halfMark}))?|([个個名位人次件条條只台家项種种所座层套]))?`,
  'dgiu',
)

interface Read extends Quantity {
  place: { from: number; until: number }
  sizes: readonly Meaning[]
}

/** Numbers with a unit or without, by what stands around them. */
export function readMeasures(marked: MarkedText, claimed: ReadonlySet<number>): Quantity[] {
  return joined(
    marked,
    [...marked.text.matchAll(measured)].flatMap((match) => readOne(marked, match, claimed)),
  )
}

function readOne(marked: MarkedText, match: RegExpExecArray, claimed: ReadonlySet<number>): Read[] {
  const places = match.indices ?? []
  const parts = [places[3], places[4]].flatMap((place) => partAt(marked, place, claimed) ?? [])
  const last = parts.at(-1)
  const [whole, nth, money, , second, halfBefore, unit, halfBehind, counted = ''] = match
  if (!last) return []
  const units = nth !== undefined || last.isOrdinal ? [] : unitsBeside(money, unit)
  const half = halfBefore !== undefined || halfBehind !== undefined ? 0.5 : 0
  const until = match.index + whole.length
  // What a number in digits counts says nothing more; 三 alone would be hard to find again.
  const end = last.writing === 'chinese' ? until : until - counted.length
  const isWhole = second === undefined || parts.length === 2
  const { sign, from } = signOf(marked, [match.index, until], units.length > 0)
  const text = isWhole ? marked.slice(from, end) : marked.slice(last.place, last.place + 1)
  const isFirm = half > 0 || parts.some((part) => isAsked(marked, part, units, money))
  return meaningsOf(parts, units, half).map((meanings, at) => ({
    // -5 至 10 is from below to above.
    ...signed(
      priced(factsOf(meanings), marked, match.index, until),
      at > 0 && sign === 'minus' && /[-−–]/u.test(marked.text.charAt(from)) ? 'plus' : sign,
    ),
    text,
    isFirm,
    at: marked.placeOf(from),
    place: { from: match.index, until },
    sizes: meanings.filter((meaning) => meaning.unit !== ''),
  }))
}

/** Digits behind a currency are no part of a name; one day may be any, and one kilometre is one. */
function isAsked(marked: MarkedText, part: Part, units: readonly Unit[], sign: string | undefined): boolean {
  if (!part.isQuiet || (sign !== undefined && part.writing === 'digits')) return true
  const isExact = units.some(({ kind }) => kind !== 's' && kind !== 'month')
  return isExact && /^(?:one|一)$/iu.test(marked.slice(part.place, part.place + 1))
}

/** `$5m` are millions; a capital letter behind a number is no measure. */
function unitsBeside(sign: string | undefined, unit: string | undefined): Unit[] {
  if (sign !== undefined) {
    const units = unitsOf(sign)
    return unit === 'm' || unit === 'M' ? units.map(({ kind }) => ({ kind, factor: 1e6 })) : units
  }
  return unit === undefined || /^[A-KM-Z]$/u.test(unit) ? [] : unitsOf(unit)
}

/** What each end of a range can mean: in `2–3 万元` the 2 is of ten thousands and of yuan as well, or stands for itself. */
function meaningsOf(parts: readonly Part[], units: readonly Unit[], half: number): Meaning[][] {
  const last = parts.at(-1)
  return parts.map((part) => {
    if (part === last) return part.values.flatMap((value) => withUnits(value + half, units))
    const shared = part.multiplier === 1 ? (last?.multiplier ?? 1) : 1
    const values = [...new Set(part.values.flatMap((value) => [value, value * shared]))]
    const own = units.length === 0 ? [] : part.values.map((value) => ({ unit: '', value, bare: value }))
    return [...values.flatMap((value) => withUnits(value, units)), ...own]
  })
}

function withUnits(value: number, units: readonly Unit[]): Meaning[] {
  if (units.length === 0) return [{ unit: '', value, bare: value }]
  return units.map(({ kind, factor }) => ({
    unit: kind,
    value: value * factor,
    bare: kind === 'ratio' ? value * factor : value,
  }))
}

/** `2 小时 30 分钟` are two and a half hours as well. */
function joined(marked: MarkedText, found: readonly Read[]): Quantity[] {
  return found.map((one, at) => {
    const [before, after] = [found[at - 1], found[at + 1]]
    const sum = (after && sumOf(marked, one, after)) ?? (before && sumOf(marked, before, one))
    const { text, needs, offers, isFirm } = one
    const known = sum === undefined ? { needs, offers } : { needs: [...needs, [sum]], offers: [...offers, sum] }
    return { ...known, text, at: one.at, isFirm }
  })
}

function sumOf(marked: MarkedText, first: Read, second: Read): string | undefined {
  const [large, small] = [first.sizes[0], second.sizes[0]]
  const between = marked.text.slice(first.place.until, second.place.from)
  const isOne = large?.unit === small?.unit && (large?.unit === 's' || large?.unit === 'month')
  if (!large || !small || !isOne || small.value >= large.value || !/^(?:,? ?(?:and )?|零|又)$/u.test(between))
    return undefined
  return fact(large.unit, large.value + small.value)
}
