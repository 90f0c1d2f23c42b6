import { plainText } from './plain-text.ts'
import type { ToolResult } from '../results/section.ts'
import type { ToolCheck } from './check-answer.ts'
import { shortList } from './short-list.ts'
import type { ToolDefinition } from './tool.ts'
import { notLookedAt, verdict } from './verdict.ts'

/** Shorter ones are refrains, labels and rules of tables. In letters and digits. */
const shortest = 15
const shown = 12

/** Paragraphs that stand more than once in running text, marks and spaces aside: the way in which models go astray. */
export function repeatedParagraphs(text: string): string[] {
  const times = new Map<string, { line: string; count: number }>()
  for (const line of text.split('\n')) {
    const letters = line.replaceAll(/[^\p{L}\p{N}]/gu, '')
    if (Array.from(letters).length < shortest || /^\s*\|/u.test(line)) continue
    const before = times.get(letters)
    times.set(letters, { line: before?.line ?? line.trim(), count: (before?.count ?? 0) + 1 })
  }
  return [...times.values()].filter(({ count }) => count > 1).map(({ line, count }) => `“${beginning(line)}”×${count}`)
}

const beginning = (line: string) => {
  const characters = Array.from(line.replace(/^[#>*\-\s]+/u, ''))
  return characters.slice(0, shown).join('') + (characters.length > shown ? '…' : '')
}

export function repeatsCheck(tool: ToolDefinition, result: ToolResult): ToolCheck {
  const label = { zh: '段落重复', en: 'Repeated paragraphs' }
  const text = tool.sections
    .filter(({ as }) => as === 'markdown')
    .map(({ field }) => plainText(result[field]))
    .join('\n')
  if (text.trim() === '') return notLookedAt('repeats', label, { zh: '没有正文', en: 'there is no running text' })
  const found = repeatedParagraphs(text)
  const list = shortList(found)
  const detail =
    found.length === 0
      ? { zh: '没有重复的段落', en: 'No paragraph stands twice' }
      : { zh: `出现不止一次：${list.zh}`, en: `More than once: ${list.en}` }
  return verdict('repeats', found.length === 0, label, detail)
}
