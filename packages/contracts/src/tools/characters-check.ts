import { plainText } from './plain-text.ts'
import type { ToolResult } from '../results/section.ts'
import type { ToolCheck } from './check-answer.ts'
import { shortList } from './short-list.ts'
import type { ToolDefinition } from './tool.ts'
import { verdict } from './verdict.ts'

/** What stands in the place of a character that was lost on its way, with the words around it. */
const broken = /[^\n\u{fffd}]{0,6}\u{fffd}+[^\n\u{fffd}]{0,6}/gu

export function charactersCheck(tool: ToolDefinition, result: ToolResult): ToolCheck {
  const text = tool.sections.map(({ field }) => plainText(result[field])).join('\n')
  const found = [...text.matchAll(broken)].map(([around]) => around.trim())
  const list = shortList(found)
  const detail =
    found.length === 0
      ? { zh: '没有无法显示的字符', en: 'No character is broken' }
      : { zh: `有无法显示的字符（\u{fffd}）：${list.zh}`, en: `Broken characters (\u{fffd}): ${list.en}` }
  return verdict('characters', found.length === 0, { zh: '字符完好', en: 'Characters' }, detail)
}
