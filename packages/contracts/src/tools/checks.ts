import { findAbsoluteTerms } from './absolute-terms.ts'
import { endingCheck } from './ending.ts'
import type { ToolResult, ToolSection } from '../results/section.ts'
import { charactersCheck } from './characters-check.ts'
import { plainText } from './plain-text.ts'
import { repeatsCheck } from './repeats-check.ts'
import { textLength } from './text-length.ts'
import type { ToolCheck } from './check-answer.ts'
import type { CountWords, ToolDefinition } from './tool.ts'
import type { Wording } from '../wording.ts'
import { notLookedAt, verdict } from './verdict.ts'

/** Characters a text may be off the asked length and still count as reached. */
const lengthTolerance = 0.2

/** Every rule that a tool's result is held against, the tool's own last. Pure; `input` is the parsed form. */
export function checkResult(
  tool: ToolDefinition,
  result: ToolResult,
  input: Record<string, unknown>,
  countWords: CountWords,
): ToolCheck[] {
  if (tool.sections.every(({ field }) => isEmpty(result[field]))) return [partsCheck(tool, result), nothingWritten]
  return [
    partsCheck(tool, result),
    ...endingCheck(tool, result),
    charactersCheck(tool, result),
    repeatsCheck(tool, result),
    ...lengthCheck(tool, result, input, countWords),
    ...(tool.isAdvertising === true ? [termsCheck(tool, result)] : []),
    labelCheck,
    ...(tool.checks?.(result, input, countWords) ?? []),
  ]
}

const nothingWritten = notLookedAt(
  'text',
  { zh: '其余各项', en: 'Everything else' },
  { zh: '还没有写出内容', en: 'nothing has been written' },
)

/** Sections that should be there and are not. */
export function missingSections(tool: ToolDefinition, result: ToolResult) {
  return tool.sections.filter((section) => section.isOptional !== true && isEmpty(result[section.field]))
}

const isEmpty = (value: ToolResult[string] | undefined) =>
  value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0)

/** Words of what a creator counts: running text and tables, not titles, summaries and lists. */
export function resultWords(tool: ToolDefinition, result: ToolResult, countWords: CountWords): number {
  return tool.sections
    .filter(({ as }) => as === 'markdown' || as === 'table')
    .flatMap(({ field }) => textsOf(result[field]))
    .reduce((sum, text) => sum + countWords(text), 0)
}

/** Each text of a section by itself: what one begins, the next does not go on with. */
function textsOf(value: ToolResult[string] | undefined): string[] {
  if (value === undefined || typeof value === 'string') return [value ?? '']
  return value.flatMap((item) => (typeof item === 'string' ? [item] : Object.values(item).map(String)))
}

function partsCheck(tool: ToolDefinition, result: ToolResult): ToolCheck {
  const missing = missingSections(tool, result)
  const names = (of: keyof Wording, between: string) => missing.map((section) => section.label[of]).join(between)
  const isComplete = missing.length === 0
  const detail = isComplete
    ? { zh: '各部分齐全', en: 'Every part is there' }
    : { zh: `缺少：${names('zh', '、')}`, en: `Missing: ${names('en', ', ')}` }
  return verdict('parts', isComplete, { zh: '内容完整', en: 'All parts present' }, detail)
}

function lengthCheck(
  tool: ToolDefinition,
  result: ToolResult,
  input: Record<string, unknown>,
  countWords: CountWords,
): ToolCheck[] {
  const asked = tool.lengthFrom === undefined ? undefined : input[tool.lengthFrom]
  if (typeof asked !== 'number' || asked <= 0) return []
  return [lengthWithin('length', resultWords(tool, result, countWords), asked)]
}

/** @param asked characters; within 20 % counts as reached. */
export function lengthWithin(rule: string, measured: number, asked: number): ToolCheck {
  const isReached = Math.abs(measured - asked) <= asked * lengthTolerance
  const by = Math.round((measured / asked - 1) * 100)
  const detail = {
    zh: `要求约 ${asked} 字，实际 ${measured} 字${isReached ? '' : by > 0 ? `，多 ${by}%` : `，少 ${-by}%`}`,
    en: `About ${asked} asked, ${measured} written${isReached ? '' : `, ${by > 0 ? '+' : ''}${by}%`}`,
  }
  return verdict(rule, isReached, { zh: '字数', en: 'Length' }, detail)
}

/** A text that a platform or a standard limits. */
export function textLimit(
  rule: string,
  value: ToolResult[string] | undefined,
  limit: NonNullable<ToolSection['limit']>,
  label: Wording,
  source?: ToolCheck['source'],
): ToolCheck {
  const measured = textLength(plainText(value), limit.by)
  const { most } = limit
  const rules =
    limit.by === 'xiaohongshu'
      ? { zh: '（半角两个算一字，表情一个算一字）', en: ' (two of half width are one)' }
      : { zh: '', en: '' }
  const detail = {
    zh: `${measured} 字，上限 ${most} 字${rules.zh}`,
    en: `${measured} of at most ${most} characters${rules.en}`,
  }
  return verdict(rule, measured <= most, label, detail, source)
}

/** 中华人民共和国广告法 (2021), article 9 (3): absolute terms in advertisements. */
const advertisingLaw = {
  title: '《中华人民共和国广告法》第九条',
  url: 'https://flk.npc.gov.cn/',
  date: '2021-04-29',
}

function termsCheck(tool: ToolDefinition, result: ToolResult): ToolCheck {
  const found = findAbsoluteTerms(tool.sections.map(({ field }) => plainText(result[field])).join('\n'))
  const isClean = found.length === 0
  const label = { zh: '广告法绝对化用语', en: 'Absolute terms (advertising law)' }
  const detail = isClean
    ? { zh: '没有发现', en: 'None found' }
    : { zh: `请核对：${found.join('、')}`, en: `Please check: ${found.join(', ')}` }
  return verdict('absolute-terms', isClean, label, detail, advertisingLaw)
}

/** 人工智能生成合成内容标识办法, article 4: whoever publishes AI-generated text labels it visibly. */
const labelCheck: ToolCheck = {
  rule: 'ai-label',
  severity: 'info',
  label: { zh: 'AI 生成标识', en: 'AI label' },
  detail: {
    zh: '公开发布时须显著标明由人工智能生成，导出的文件默认带有标识',
    en: 'Say visibly that AI wrote it when you publish; exported files carry the label by default',
  },
  source: {
    title: '《人工智能生成合成内容标识办法》',
    url: 'https://www.cac.gov.cn/',
    date: '2025-09-01',
  },
}
