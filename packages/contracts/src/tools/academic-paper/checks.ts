import type { AcademicPaperInput } from './fields.ts'
import { shapeCheck } from '../shape-check.ts'
import type { ShapePart } from '../shape-check.ts'
import { lengthWithin } from '../checks.ts'
import type { ResultRow, ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import type { CountWords } from '../tool.ts'
import { itemsOf, notLookedAt, textOf, verdict } from '../verdict.ts'

const citationRules = {
  title: 'GB/T 7714-2015《信息与文献 参考文献著录规则》',
  url: 'https://openstd.samr.gov.cn',
  date: '2015-12-01',
}

/** A paper, and its outline, leads from a question to an answer. */
const paperParts: readonly ShapePart[] = [
  {
    name: { zh: '引言', en: 'introduction' },
    heading: /引言|引论|绪论|导论|导言|前言|问题|背景|introduction|background|problem/iu,
  },
  { name: { zh: '结论', en: 'conclusion' }, heading: /结论|结语|结束语|总结|展望|conclusion|closing|outlook/iu },
]

/** Language models invent literature: no entry counts as real before a person has found it. */
export function referenceChecks(result: ToolResult): ResultRow[] {
  return itemsOf(result, 'references').map((reference) => ({ reference, status: '待核实' }))
}

export function checkPaper(result: ToolResult, input: AcademicPaperInput, countWords: CountWords): ToolCheck[] {
  const body = textOf(result, 'body')
  const references = itemsOf(result, 'references')
  return [
    ...(input.scope === 'outline' ? [] : [lengthWithin('length', countWords(body), input.length)]),
    {
      rule: 'paper.references',
      severity: 'info',
      label: { zh: '文献核实', en: 'References to verify' },
      detail: {
        zh: `${references.length} 条均待核实，请在知网、万方或 DOI 查到原文后再引用`,
        en: `${references.length} to verify: cite none before you have found it by title or DOI`,
      },
    },
    ...(input.scope === 'chapter' ? [] : [shapeCheck('paper.shape', body, paperParts)]),
    input.citation === 'gbt7714' ? citationCheck(body, references, input) : authorYear,
  ]
}

const authorYear: ToolCheck = {
  rule: 'paper.citations',
  severity: 'info',
  label: { zh: '引文与文献对应', en: 'Citations and references' },
  detail: { zh: '著者—年份制，请逐条核对', en: 'Author and year: check them one by one' },
}

/** The numbers in `[1]`, `[2,3]` and `[4-6]`. */
export function citedNumbers(text: string): Set<number> {
  const cited = new Set<number>()
  for (const [, inner = ''] of text.matchAll(/\[(\d{1,3}(?:\s*[,，、\-–~]\s*\d{1,3})*)\](?!\()/gu)) {
    for (const part of inner.split(/[,，、]/u)) {
      const [from = 0, to = from] = part.split(/[-–~]/u).map(Number)
      for (let number = from; number <= Math.min(to, from + 99); number += 1) cited.add(number)
    }
  }
  return cited
}

const numbersOf = (references: readonly string[]) =>
  references.map((reference, index) => Number(/^\s*[[［](\d{1,3})[\]］]/u.exec(reference)?.[1] ?? index + 1))

function citationCheck(body: string, references: readonly string[], { scope }: AcademicPaperInput): ToolCheck {
  const label = { zh: '引文与文献对应', en: 'Citations and references' }
  const cited = citedNumbers(body)
  if (cited.size + references.length === 0)
    return notLookedAt('paper.citations', label, { zh: '没有引文和文献', en: 'nothing is cited or listed' })
  const listed = numbersOf(references)
  const unlisted = [...cited].filter((number) => !listed.includes(number)).toSorted((left, right) => left - right)
  // An outline names its literature and cites little of it.
  const uncited = scope === 'outline' ? [] : listed.filter((number) => !cited.has(number))
  const marks = (numbers: readonly number[]) => numbers.map((number) => `[${number}]`).join('')
  const zh = [
    unlisted.length > 0 ? `文中 ${marks(unlisted)} 没有对应文献` : '',
    uncited.length > 0 ? `文献 ${marks(uncited)} 文中没有引用` : '',
  ].filter((part) => part !== '')
  const en = [
    unlisted.length > 0 ? `${marks(unlisted)} cited, not listed` : '',
    uncited.length > 0 ? `${marks(uncited)} listed, not cited` : '',
  ].filter((part) => part !== '')
  const isFine = zh.length === 0
  return verdict(
    'paper.citations',
    isFine,
    label,
    isFine ? { zh: '一一对应', en: 'They match' } : { zh: zh.join('；'), en: en.join('; ') },
    citationRules,
  )
}
