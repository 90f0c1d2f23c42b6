import { plainText } from './plain-text.ts'
import { chineseValue } from '../numbers/chinese-number.ts'
import type { ToolResult } from '../results/section.ts'
import type { ToolCheck } from './check-answer.ts'
import { shortList } from './short-list.ts'
import type { Wording } from '../wording.ts'
import { notLookedAt, verdict } from './verdict.ts'

/** Powers by which a unit multiplies the digits before it. */
const units: Record<string, number> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
  k: 1e3,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}
const digits = /(?<![\p{Script=Latin}\d.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)/u.source
const unit = /[ \t]*(%|万亿|百万|千万|[百千万萬亿億]|(?:thousand|million|billion|trillion|k)(?!\p{Script=Latin}))?/u
  .source
const numberPattern = new RegExp(digits + unit, 'giu')

/** Numbers that count parts of the text and say nothing: `1.`, `## 3.2`, `（2）`, `第 3 章`. */
const numbering =
  /^[ \t]*(?:[-*•>][ \t]+)?(?:#{1,6}[ \t]*\d{1,2}(?:\.\d{1,2})*[.、)）]?(?=[ \t\p{Script=Han}])|(?:\*\*)?\d{1,2}(?:\.(?!\d)|[、)）])|(?:#{1,6}[ \t]*)?[（(]\d{1,2}[)）])|第[ \t]*\d{1,3}[ \t]*(?:章|节|部分|步|阶段|点|页|条|段|课时)/gmu

/**
 * Numbers in digits of `text` that `known` does not hold, each once, as written. `1,200,000`, `120万`, `1.2 million` and `一百二十万` are one
 * number, and so are `3月` and `March`. Numbering of headings, lists and chapters is left out.
 */
export function numbersNotIn(text: string, known: string): string[] {
  const values = knownValues(half(known))
  const unknown = [...half(text).replaceAll(numbering, ' ').matchAll(numberPattern)].filter((match) =>
    valuesOf(match).every((value) => !values.has(value)),
  )
  return [...new Set(unknown.map(([whole]) => whole.trim()))]
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
  const count = numbersNotIn(written, '').length
  if (count === 0) return notLookedAt(rule, label, noNumbers)
  return listCheck(rule, numbersNotIn(written, known), {
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

/** Full-width digits and percent signs as their half-width peers; the full-width comma stays: it divides numbers. */
const half = (text: string) =>
  text.replaceAll(/[０-９％．]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0))

const exact = (value: number) => Number(value.toPrecision(12))

function valuesOf([, number = '', unitName = '']: RegExpMatchArray): number[] {
  const value = Number(number.replaceAll(',', ''))
  return [exact(value), exact(value * (units[unitName.toLowerCase()] ?? 1))]
}

function knownValues(text: string): Set<number> {
  return new Set([
    ...[...text.matchAll(numberPattern)].flatMap(valuesOf),
    ...[...text.matchAll(/[零〇一二两三四五六七八九十百千万亿]+/gu)].map(([run]) => chineseValue(run)),
    ...[...text.matchAll(/\p{Script=Latin}{3,}/gu)].flatMap(([word]) => wordValue(word.toLowerCase())),
  ])
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const small = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function wordValue(word: string): number[] {
  const month = months.indexOf(word.slice(0, 3)) + 1
  const count = small.indexOf(word) + 1
  return [month, count].filter((value) => value > 0)
}
