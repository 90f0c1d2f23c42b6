import { z } from 'zod'
import { lengthWithin } from '../checks.ts'
import { plainText } from '../plain-text.ts'
import { compareNumbers } from '../../numbers/compare-numbers.ts'
import { guessedReading } from '../../numbers/number-reading.ts'
import { listCheck, tooLongToRead } from '../numbers.ts'
import { rewriteFields, rewriteInput } from './fields.ts'
import type { RewriteInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import type { CountWords } from '../tool.ts'
import type { ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import { notLookedAt, verdict } from '../verdict.ts'

const rewriteOutput = z.object({ body: z.string(), changes: z.array(z.string()) })

/** Length of a result as a share of its source, where no length is asked for. */
export const sensibleShare: Record<RewriteInput['mode'], readonly [least: number, most: number]> = {
  rewrite: [0.8, 1.2],
  expand: [1.3, 2.5],
  shorten: [0.3, 0.7],
  polish: [0.85, 1.2],
  deduplicate: [0.8, 1.3],
}

export const rewrite = defineTool({
  key: 'rewrite',
  title: { zh: '改写扩写缩写', en: 'Rewrite' },
  description: {
    zh: '改写、扩写、缩写、润色、降重，意思和事实不变，改了什么一目了然',
    en: 'Rewrite, expand, shorten, polish: the meaning and the facts stay, and each change is told',
  },
  icon: 'replace',
  input: rewriteInput,
  output: rewriteOutput,
  example: {
    source:
      '本馆将于 12 月 1 日起进行为期 20 天的设备检修工作，在此期间，三楼自习区暂停对外开放，一楼和二楼的借阅服务不受影响，读者可正常借还图书。由此给广大读者带来的不便，我馆深表歉意，敬请谅解。如有疑问，可拨打服务台电话进行咨询。',
    mode: 'rewrite',
    style: 'social',
    strength: 'medium',
    targetLength: 0,
    audience: '常来自习的学生',
    keepTerms: ['三楼自习区'],
    keepsStructure: false,
    requirements: '先说对学生有什么影响',
  },
  titleFrom: 'source',
  lengthFrom: 'targetLength',
  sections: [
    {
      field: 'body',
      marker: '正文',
      as: 'markdown',
      label: { zh: '正文', en: 'Text' },
      order: '改好的全文，不加说明；原文没有标题就不加标题',
    },
    {
      field: 'changes',
      marker: '改动说明',
      as: 'lines',
      isNote: true,
      label: { zh: '改动说明', en: 'Changes' },
      order: '每行一条，2 到 8 条，写改了哪里、为什么改；有没敢改的疑问也写在这里',
    },
  ],
  checks: (result, input, countWords) => [
    ...(input.targetLength > 0 ? [] : [shareCheck(result, input, countWords)]),
    factsCheck(result, input),
    ...(input.keepTerms.length === 0 ? [] : [termsCheck(result, input)]),
    ...(input.mode === 'deduplicate' ? [overlapCheck(result, input)] : []),
  ],
  fields: rewriteFields,
})

function shareCheck(result: ToolResult, { source, mode }: RewriteInput, countWords: CountWords): ToolCheck {
  const before = countWords(source)
  const after = countWords(plainText(result['body']))
  if (mode === 'rewrite') return lengthWithin('rewrite.length', after, Math.max(before, 1))
  const [least, most] = sensibleShare[mode].map((share) => Math.round(before * share))
  const isWithin = after >= (least ?? 0) && after <= (most ?? Infinity)
  const detail = {
    zh: `原文 ${before} 字，改后 ${after} 字，合适的范围是 ${least} 到 ${most} 字`,
    en: `${before} before, ${after} after; ${least} to ${most} would fit`,
  }
  return verdict('rewrite.length', isWithin, { zh: '字数', en: 'Length' }, detail)
}

function factsCheck(result: ToolResult, { source }: RewriteInput) {
  const body = plainText(result['body'])
  const label = { zh: '数字未变', en: 'Numbers kept' }
  const tooLong = tooLongToRead('rewrite.facts', label, source, body)
  if (tooLong) return tooLong
  const { lost, added, read } = compareNumbers(source, body, {
    source: guessedReading(source),
    target: guessedReading(body),
  })
  if (read.source + read.target === 0)
    return notLookedAt('rewrite.facts', label, { zh: '两边都没有读到数字', en: 'no number was read in either text' })
  return listCheck('rewrite.facts', [...lost.map((number) => `－${number}`), ...added.map((number) => `＋${number}`)], {
    label,
    none: {
      zh: `原文的 ${read.source} 处数字都在，也没有多出来的`,
      en: `All ${read.source} numbers of the source are there, and no other`,
    },
    some: { zh: '少了（－）或多了（＋）的数字', en: 'Numbers lost (－) or added (＋)' },
  })
}

function termsCheck(result: ToolResult, { source, keepTerms }: RewriteInput) {
  const body = plainText(result['body'])
  const given = keepTerms.filter((term) => source.includes(term))
  const label = { zh: '保留的词', en: 'Words to keep' }
  if (given.length === 0)
    return notLookedAt('rewrite.terms', label, { zh: '原文里没有这些词', en: 'the source has none of them' })
  const lost = given.filter((term) => !body.includes(term))
  return listCheck('rewrite.terms', lost, {
    label,
    none: { zh: '要保留的词都在', en: 'Every word to keep is there' },
    some: { zh: '没有保留', en: 'Not kept' },
  })
}

/** Characters in a row that count as copied: what the usual Chinese plagiarism checkers take. */
const copiedRun = 13

/** Share of a text, in per cent, that stands in runs of 13 or more characters of the source. */
export function overlapPercent(text: string, source: string): number {
  const plain = (value: string) => Array.from(value.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  const [written, given] = [plain(text), plain(source)]
  const runs = new Set(given.map((_, at) => given.slice(at, at + copiedRun).join('')).slice(0, 1 - copiedRun))
  const copied = new Set<number>()
  for (let at = 0; at + copiedRun <= written.length; at += 1)
    if (runs.has(written.slice(at, at + copiedRun).join('')))
      for (let place = at; place < at + copiedRun; place += 1) copied.add(place)
  return written.length === 0 ? 0 : Math.round((copied.size / written.length) * 100)
}

function overlapCheck(result: ToolResult, { source }: RewriteInput): ToolCheck {
  const percent = overlapPercent(plainText(result['body']), source)
  const limit = 20
  const detail = {
    zh: `连续 ${copiedRun} 字以上相同的部分占 ${percent}%，建议不超过 ${limit}%`,
    en: `${percent}% stands in runs of ${copiedRun} or more equal characters; at most ${limit}% is advised`,
  }
  return verdict('rewrite.overlap', percent <= limit, { zh: '与原文重复', en: 'Same as the source' }, detail)
}
