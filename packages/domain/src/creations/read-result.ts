import { countWords, parseSections } from '@mozhou/contracts/tools/sections'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'

export interface ReadResult {
  result: Record<string, string | string[]>
  title: string
  /** Of the markdown section: what a creator counts. */
  wordCount: number
}

/** The tool's typed result out of a model's text, whole or partial. `fallbackTitle` stands in while the model gave none. */
export function readResult(tool: ToolKey, text: string, fallbackTitle: string): ReadResult {
  const { sections, output } = tools[tool]
  const result = output.parse(parseSections(text, sections))
  const line = sections.find((section) => section.as === 'line')
  const body = sections.find((section) => section.as === 'markdown')
  const fields: Record<string, string | string[]> = result
  const title = line ? String(fields[line.field] ?? '') : ''
  return {
    result,
    title: (title === '' ? fallbackTitle : title).slice(0, 200),
    wordCount: body ? countWords(String(fields[body.field] ?? '')) : 0,
  }
}
