import { markedText } from './marked-text.ts'
import type { Quantity, NumberLanguage } from './quantity.ts'
import { readAtoms } from './read-atoms.ts'
import { readDates } from './read-dates.ts'
import type { DecimalMark } from './read-digits.ts'
import { readMeasures } from './read-measures.ts'
import { readRates } from './read-rates.ts'
import { readTimes } from './read-times.ts'
import { readWrittenDates } from './read-written-dates.ts'

/** Every number, date and time of a text, in its order. */
export function readQuantities(source: string, language: NumberLanguage, decimals: DecimalMark): Quantity[] {
  const text = plainDigits(source)
  const written = readWrittenDates(text)
  const blanked = blank(text, written)
  const marked = markedText(text, readAtoms(blanked, language, decimals))
  const claimed = new Set<number>()
  const dated = [...readDates(marked, language, claimed), ...readTimes(marked, language, claimed)]
  const counted = [...readRates(marked, claimed), ...readMeasures(marked, claimed)]
  return [...written, ...dated, ...counted].toSorted((left, right) => left.at - right.at).map(verbatim)
}

/** Digits of full width, of Arabic and of Thai as the usual ones, sign for sign. */
function plainDigits(text: string): string {
  return text
    .replaceAll(/[\u{e000}-\u{e002}]/gu, ' ')
    .replaceAll(/[０-９％．：－＄]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0xe50))
}

function blank(text: string, spans: readonly { at: number; end: number }[]): string {
  let blanked = ''
  let from = 0
  for (const { at, end } of spans) {
    if (at < from) continue
    blanked += text.slice(from, at) + ' '.repeat(end - at)
    from = end
  }
  return blanked + text.slice(from)
}

/** What stands in both texts letter for letter is kept, whatever it means. */
function verbatim(quantity: Quantity): Quantity {
  const same = `text:${quantity.text.replaceAll(/\s/gu, '').toLowerCase()}`
  return { ...quantity, needs: [...quantity.needs, [same]], offers: [...quantity.offers, same] }
}
