import { multiplierOf, multiplierPattern } from './number-words.ts'
import type { Atom } from './atom.ts'

/** Which sign divides off decimals: 1,200.50 or 1.200,50. */
export type DecimalMark = 'point' | 'comma'

const whole = {
  point: "\\d{1,3}(?:[,'’\\u00a0\\u202f]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?",
  comma: "\\d{1,3}(?:[.'’ \\u00a0\\u202f]\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:[.,]\\d+)?",
}
const more = `(?:(st|nd|rd|th)(?!\\p{Script=Latin})|[多余餘几来]?[ \\t-]?(${multiplierPattern})|([kmbw])(?!\\p{Script=Latin}))?`
const patterns = { point: patternOf('point'), comma: patternOf('comma') }

function patternOf(mark: DecimalMark) {
  return new RegExp(`(?<!\\d|\\d\\.)(${whole[mark]})${more}`, 'giu')
}

export function readDigits(text: string, mark: DecimalMark): Atom[] {
  return [...text.matchAll(patterns[mark])].map((match) => {
    const [written, digits = '', ordinal, word, letter] = match
    // 5M may be five millions; 5m are metres.
    const sign = letter === 'm' || letter === 'b' ? undefined : letter
    const multiplier = multiplierOf((sign ?? word ?? '').trim())
    const numbers = numbersOf(digits, mark)
    // Or a size, or watts.
    const isUnit = /^[MBWw]$/.test(sign ?? '')
    return {
      start: match.index,
      end: match.index + written.length - (letter === sign ? 0 : 1),
      values: [...numbers.map((number) => number * multiplier), ...(isUnit ? numbers : [])],
      writing: 'digits',
      isOrdinal: ordinal !== undefined,
      multiplier,
      // H5, Q3 and FY2024 are names; a third quarter may stand for the one.
      isQuiet: /\p{Script=Latin}$/u.test(text.slice(Math.max(0, match.index - 2), match.index)),
    }
  })
}

/** Where a comma divides off decimals, `1.200` is one thousand two hundred, and may be 1.2 even there. */
function numbersOf(digits: string, mark: DecimalMark): number[] {
  const bare = digits.replaceAll(/['’ \u00a0\u202f]/gu, '')
  if (mark === 'point') return [Number(bare.replaceAll(',', ''))]
  const readings = [Number(bare.replaceAll('.', '').replace(',', '.')), Number(bare.replaceAll(',', ''))]
  return [...new Set(readings.filter((value) => !Number.isNaN(value)))]
}
