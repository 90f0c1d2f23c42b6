import type { Atom } from './atom.ts'

const signs = { number: '\u{e000}', half: '\u{e001}', word: '\u{e002}' }
/** Matches what stands for a number in a marked text: patterns need not know how it is written. */
export const mark = `[${signs.number}${signs.half}${signs.word}]`
/** Matches the second end of a range: `once` in `22 and once` is none. */
export const endMark = `[${signs.number}${signs.half}]`
/** Matches a half that is written as a word, as in 两年半. */
export const halfMark = signs.half

/** A text in which every number is one sign. */
export interface MarkedText {
  original: string
  text: string
  /** The number whose mark stands at a place. */
  atomAt(place: number): Atom | undefined
  /** Of the original, from one place of the marked text to another. */
  slice(start: number, end: number): string
  /** The place in the original. */
  placeOf(place: number): number
}

/** A number of a match, and the place of its mark. */
export interface Part extends Atom {
  place: number
}

/** The number at the beginning of a group, unless something else has taken it. */
export function partAt(
  marked: MarkedText,
  group: readonly [number, number] | undefined,
  claimed: ReadonlySet<number>,
): Part | undefined {
  const place = group?.[0] ?? -1
  const atom = marked.atomAt(place)
  return atom && !claimed.has(place) ? { ...atom, place } : undefined
}

export function markedText(original: string, atoms: readonly Atom[]): MarkedText {
  const places: number[] = []
  let text = ''
  let from = 0
  for (const atom of atoms) {
    const { start, end } = atom
    text += original.slice(from, start)
    places.push(text.length)
    text += signOf(atom)
    from = end
  }
  text += original.slice(from)
  const byPlace = new Map(places.map((place, at) => [place, atoms[at]]))
  const placeOf = (place: number) => {
    const at = lastBefore(places, place)
    return at < 0 ? place : (atoms[at]?.end ?? 0) + place - (places[at] ?? 0) - 1
  }
  const slice = (start: number, end: number) =>
    original.slice(byPlace.get(start)?.start ?? placeOf(start), placeOf(end)).trim()
  return { original, text, atomAt: (place) => byPlace.get(place), slice, placeOf }
}

function signOf({ values, writing, isQuiet }: Atom): string {
  if (writing !== 'digits' && values[0] === 0.5) return signs.half
  return writing === 'english' && isQuiet ? signs.word : signs.number
}

/** Where in an ordered list the last one below `value` stands; -1 where none is. */
function lastBefore(ordered: readonly number[], value: number): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low - 1
}
