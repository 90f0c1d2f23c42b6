import type { ResultRow, ToolResult } from '../results/section.ts'
import type { ToolCheck } from './check-answer.ts'
import type { Wording } from '../wording.ts'

/** A rule that is met or not. */
export function verdict(
  rule: string,
  isFine: boolean,
  label: Wording,
  detail: Wording,
  source?: ToolCheck['source'],
): ToolCheck {
  return { rule, severity: isFine ? 'ok' : 'warn', label, detail, ...(source ? { source } : {}) }
}

/** A rule that found nothing to be held against: it neither passed nor failed, and says so. */
export function notLookedAt(rule: string, label: Wording, because: Wording): ToolCheck {
  const detail = { zh: `没有检查：${because.zh}`, en: `Not checked: ${because.en}` }
  return { rule, severity: 'info', label, detail }
}

export function textOf(result: ToolResult, field: string): string {
  const value = result[field]
  return typeof value === 'string' ? value : ''
}

/** The items of a `list` or `lines` section. */
export function itemsOf(result: ToolResult, field: string): string[] {
  const value = result[field]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function rowsOf(result: ToolResult, field: string): ResultRow[] {
  const value = result[field]
  return Array.isArray(value) ? value.filter((item) => typeof item !== 'string') : []
}

export const hasEmoji = (text: string) => /\p{Extended_Pictographic}/u.test(text)
