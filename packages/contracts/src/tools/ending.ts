import { mainSection } from '../results/sections.ts'
import type { ToolResult } from '../results/section.ts'
import type { ToolCheck } from './check-answer.ts'
import type { ToolDefinition } from './tool.ts'
import { notLookedAt, textOf, verdict } from './verdict.ts'

/** A list, a table, a quote, a heading, code, topics, a signature: lines that end without a full stop. */
const standsApart = /^(?:[-*+]\s|[>|#＃[]|\d{1,3}[.)、）]|```|~~~|—)/u
const withoutEnd = /[\p{L}\p{N}\p{M}，、,—-]$/u
/** Shorter lines are names, dates and the like. In characters. */
const shortestSentence = 12

/** Whether running prose breaks off within a sentence, though whoever wrote it said that it was whole. */
export function endsOpen(tool: ToolDefinition, result: ToolResult): boolean {
  const main = tool.isProse === true ? mainSection(tool.sections) : undefined
  if (!main) return false
  const line = textOf(result, main.field).trimEnd().split('\n').at(-1)?.trim() ?? ''
  const words = line.replace(/[*_~`]+$/u, '')
  return Array.from(words).length >= shortestSentence && !standsApart.test(line) && withoutEnd.test(words)
}

export function endingCheck(tool: ToolDefinition, result: ToolResult): ToolCheck[] {
  if (tool.isProse !== true) return []
  const label = { zh: '结尾', en: 'Ending' }
  const main = mainSection(tool.sections)
  if (!main || textOf(result, main.field).trim() === '')
    return [notLookedAt('ending', label, { zh: '没有正文', en: 'there is no running text' })]
  const isOpen = endsOpen(tool, result)
  const detail = isOpen
    ? { zh: '可能没有写完：结尾停在一句话中间', en: 'Perhaps unfinished: it ends within a sentence' }
    : { zh: '结尾是完整的句子', en: 'It ends with a whole sentence' }
  return [verdict('ending', !isOpen, label, detail)]
}
