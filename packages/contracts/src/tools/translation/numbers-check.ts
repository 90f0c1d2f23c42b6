import { plainText } from '../plain-text.ts'
import { compareNumbers } from '../../numbers/compare-numbers.ts'
import { guessedReading, readingOf } from '../../numbers/number-reading.ts'
import type { TranslationInput } from './fields.ts'
import type { ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import { tooLongToRead } from '../numbers.ts'
import { shortList } from '../short-list.ts'
import { notLookedAt } from '../verdict.ts'

const label = { zh: '数字和日期', en: 'Numbers and dates' }

/** Numbers and dates of both texts as values. Localising may turn measures and money into others, so it only asks for a look. */
export function numbersCheck(result: ToolResult, input: TranslationInput): ToolCheck {
  const { source, sourceLanguage, target, localise } = input
  const body = plainText(result['body'])
  const rule = 'translation.numbers'
  const tooLong = tooLongToRead(rule, label, source, body)
  if (tooLong) return tooLong
  const { lost, added, read } = compareNumbers(source, body, {
    source: sourceLanguage === 'auto' ? guessedReading(source) : readingOf(sourceLanguage),
    target: readingOf(target),
  })
  if (read.source + read.target === 0) {
    return notLookedAt(rule, label, { zh: '两边都没有读到数字和日期', en: 'no number or date was read in either text' })
  }
  const detail = {
    zh: `原文 ${read.source} 处、译文 ${read.target} 处，${differencesZh(lost, added)}`,
    en: `${read.source} in the source, ${read.target} in the translation; ${differencesEn(lost, added)}`,
  }
  const isSame = lost.length + added.length === 0
  return { rule, severity: isSame ? 'ok' : localise ? 'info' : 'warn', label, detail }
}

function differencesZh(lost: readonly string[], added: readonly string[]): string {
  const parts = [
    lost.length > 0 ? `译文里找不到：${shortList(lost).zh}` : '',
    added.length > 0 ? `原文里没有：${shortList(added).zh}` : '',
  ]
  return parts.filter((part) => part !== '').join('；') || '都对得上'
}

function differencesEn(lost: readonly string[], added: readonly string[]): string {
  const parts = [
    lost.length > 0 ? `not in the translation: ${shortList(lost).en}` : '',
    added.length > 0 ? `not in the source: ${shortList(added).en}` : '',
  ]
  return parts.filter((part) => part !== '').join('; ') || 'all of them agree'
}
