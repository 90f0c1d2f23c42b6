import { countWords } from '@mozhou/contracts/tools/sections'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'

const longestTitle = 200

/** What lists show of a result: its title, and the words of its Markdown text, which is what a creator counts. */
export function resultFacts(
  tool: ToolKey,
  result: Readonly<Record<string, unknown>>,
  fallbackTitle: string,
): { title: string; wordCount: number } {
  const { sections } = tools[tool]
  const line = sections.find((section) => section.as === 'line')
  const title = line ? text(result[line.field]).trim() : ''
  const bodies = sections.filter((section) => section.as === 'markdown')
  return {
    title: (title === '' ? fallbackTitle : title).slice(0, longestTitle),
    wordCount: bodies.reduce((sum, section) => sum + countWords(text(result[section.field])), 0),
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
