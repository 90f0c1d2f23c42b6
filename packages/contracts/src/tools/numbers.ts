import { plainText } from './plain-text.ts'
import { compareNumbers } from '../numbers/compare-numbers.ts'
import { guessedReading } from '../numbers/number-reading.ts'
import type { ToolResult } from '../results/section.ts'
import type { ToolCheck } from './check-answer.ts'
import { shortList } from './short-list.ts'
import type { Wording } from '../wording.ts'
import { notLookedAt, verdict } from './verdict.ts'

/** Numbers that count parts of the text and say nothing of its subject. */
const partNumbers = /第[ \t]*\d{1,3}[ \t]*(?:章|节|部分|步|阶段|点|页|条|段|课时)/gu

/**
 * Numbers, dates and times in digits of `text` that `known` does not hold, each once, as written. They are compared as values: `1,200,000`,
 * `120万`, `1.2 million` and `一百二十万` are one number. Numbering of headings, lists and chapters is left out.
 */
export function numbersNotIn(text: string, known: string): string[] {
  const told = text.replaceAll(partNumbers, ' ')
  const { lost } = compareNumbers(told, known, { source: guessedReading(told), target: guessedReading(known) })
  return lost.filter((one) => /[\d０-９]/u.test(one))
}

/** Reading numbers costs some microseconds a character, on the thread that serves everybody when an edit is saved. */
const longestRead = 30_000

/** What is said of texts beyond what any tool writes, in which no numbers are read; null for others. */
export function tooLongToRead(rule: string, label: Wording, ...texts: readonly string[]): ToolCheck | null {
  if (texts.every((text) => text.length <= longestRead)) return null
  return notLookedAt(rule, label, {
    zh: `文字超过 ${longestRead} 个字符`,
    en: `the text has more than ${longestRead} characters`,
  })
}

/** A check that lists what was found. */
export function listCheck(
  rule: string,
  found: readonly string[],
  wording: { label: Wording; none: Wording; some: Wording },
): ToolCheck {
  const list = shortList(found)
  const some = { zh: `${wording.some.zh}：${list.zh}`, en: `${wording.some.en}: ${list.en}` }
  const isFine = found.length === 0
  return verdict(rule, isFine, wording.label, isFine ? wording.none : some)
}

/** Numbers of a result that the person did not give. */
export function sourcedNumbers(rule: string, written: string, known: string): ToolCheck {
  const label = { zh: '数字有出处', en: 'Numbers have a source' }
  const tooLong = tooLongToRead(rule, label, written, known)
  if (tooLong) return tooLong
  const missing = numbersNotIn(written, known)
  const count = missing.length > 0 ? missing.length : numbersNotIn(written, '').length
  if (count === 0) return notLookedAt(rule, label, noNumbers)
  return listCheck(rule, missing, {
    label,
    none: {
      zh: `${count} 个数字都能在您填写的内容里找到`,
      en: `All ${count} numbers stand in what you filled in`,
    },
    some: { zh: '这些数字不在您填写的内容里，请核对', en: 'Not in what you filled in, please check' },
  })
}

const noNumbers = { zh: '没有读到数字', en: 'no number was read' }

/** Everything a form holds, as one text. */
export function formText(input: Readonly<Record<string, unknown>>): string {
  return Object.values(input)
    .map((value) => (Array.isArray(value) ? value.join('\n') : String(value)))
    .join('\n')
}

/** Everything a result holds of these fields, as one text. */
export const sectionsText = (result: Readonly<ToolResult>, fields: readonly string[]) =>
  fields.map((field) => plainText(result[field])).join('\n')
