import type { Atom } from './atom.ts'
import { idiomsOf } from './idioms.ts'
import { readChineseNumbers } from './read-chinese-numbers.ts'
import { readDigits } from './read-digits.ts'
import type { DecimalMark } from './read-digits.ts'
import { readEnglishNumbers } from './read-english-numbers.ts'
import type { NumberLanguage } from './quantity.ts'

interface Span {
  start: number
  end: number
}

/** Numbers that count parts of the text, and those of addresses. */
const uncounted = [
  /^[ \t]*(?:[-*•>][ \t]+)?(?:#{1,6}[ \t]*\d{1,2}(?:\.\d{1,2})*[.、)）]?(?=[ \t\p{Script=Han}])|(?:\*\*)?\d{1,2}(?:\.(?!\d)|[、)）])|(?:#{1,6}[ \t]*)?[（(]\d{1,2}[)）]|第[ \t]*\d{1,3}[ \t]*(?:章|节|部分|步|阶段|点|页|条|段|课时))/gmu,
  /(?:https?:\/\/|www\.)[\w./?=&%#~:+-]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+/gu,
]

export function readAtoms(text: string, language: NumberLanguage, mark: DecimalMark): Atom[] {
  const spelled = language === 'en' ? readEnglishNumbers(text) : readChineseNumbers(text)
  const atoms = [...readDigits(text, mark), ...spelled].toSorted((left, right) => left.start - right.start)
  const parts = uncounted.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: part }) => ({ start: index, end: index + part.length })),
  )
  const isSaying = within(idiomsOf(text))
  const isPart = within(parts)
  return merged(atoms).flatMap((atom) => (isSaying(atom) ? [] : [isPart(atom) ? { ...atom, isQuiet: true } : atom]))
}

/** Whether a place is in one of these; asked in the order of the text. */
function within(spans: readonly Span[]): (place: Span) => boolean {
  const ordered = spans.toSorted((left, right) => left.start - right.start)
  let next = 0
  return ({ start, end }) => {
    while ((ordered[next]?.end ?? Infinity) <= start) next += 1
    return (ordered[next]?.start ?? Infinity) < end
  }
}

/** `1万5千`, `2亿3000万` are one number, each part smaller than the one before. */
function merged(atoms: readonly Atom[]): Atom[] {
  const all: Atom[] = []
  for (const atom of atoms) {
    const before = all.at(-1)
    if (before && atom.start < before.end) continue
    const value = (before?.values[0] ?? 0) + (atom.values[0] ?? 0)
    const isRest = before?.end === atom.start && before.multiplier >= 1_000 && (atom.values[0] ?? 0) < before.multiplier
    if (before && isRest && atom.writing !== 'english') all.splice(-1, 1, { ...before, end: atom.end, values: [value] })
    else all.push(atom)
  }
  return all
}
