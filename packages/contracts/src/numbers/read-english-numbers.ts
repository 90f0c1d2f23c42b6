import { englishFraction, englishNumber, englishValue } from './english-number.ts'
import type { Atom } from './atom.ts'

/** Numbers in words: `twenty-five`, `two and a half million`, `half a dozen`, `two-thirds`, `twenty-first`. */
export function readEnglishNumbers(text: string): Atom[] {
  return [...text.matchAll(englishNumber)].map((match) => {
    const [written] = match
    const groups = match.groups ?? {}
    const values = groups['fraction'] === undefined ? [englishValue(written)] : fractionValues(written)
    return {
      start: match.index,
      end: match.index + written.length,
      values,
      writing: 'english',
      isOrdinal: groups['ordinal'] !== undefined,
      multiplier: 1,
      isQuiet: isQuiet(text, match, values),
    }
  })
}

/** A quarter is a part, and three months of a year. */
function fractionValues(written: string): number[] {
  const { count, of } = englishFraction(written)
  return of === 4 ? [count / of, count] : [count / of]
}

function isQuiet(
  text: string,
  { index, 0: written, groups = {} }: RegExpExecArray,
  values: readonly number[],
): boolean {
  const word = written.toLowerCase()
  if (groups['fraction'] !== undefined) return /^an? (?!half)/u.test(word)
  if (groups['other'] !== undefined && !word.startsWith('half')) return true
  if (groups['other'] !== undefined)
    return /(?:first|second|latter|other|better|top|bottom|back)[ -]$/iu.test(text.slice(Math.max(0, index - 8), index))
  const [value = 0] = values
  if (groups['ordinal'] === undefined) return value <= 1
  // `Third, …` counts the sentences.
  return value <= 2 || text[index + written.length] === ','
}
