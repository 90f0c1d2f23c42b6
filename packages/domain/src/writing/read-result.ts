import { resultWords } from '@mozhou/contracts/tools/checks'
import { plainText } from '@mozhou/contracts/tools/plain-text'
import { parseSections, titleSection } from '@mozhou/contracts/results/sections'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { countWords } from '@mozhou/text/count-words'

export interface ReadResult {
  /** The sections the model wrote; `judgeResult` adds what is derived from them. */
  result: ToolResult
  title: string
  /** Of running text and tables: what a creator counts. */
  wordCount: number
}

/** The tool's sections out of a model's text, whole or partial. `fallbackTitle` stands in while the model gave none; kept sections go before. */
export function readResult(tool: ToolKey, text: string, fallbackTitle: string, kept: ToolResult = {}): ReadResult {
  const definition: ToolDefinition = tools[tool]
  const result = { ...parseSections(text, definition.sections), ...kept }
  const title = titleOf(definition, result, fallbackTitle)
  return { result, title, wordCount: resultWords(definition, result, countWords) }
}

/** At most 200 characters: what lists show. */
export function titleOf(tool: ToolDefinition, result: ToolResult, fallback: string): string {
  const section = titleSection(tool.sections)
  const title = section ? plainText(result[section.field]) : ''
  return (title === '' ? fallback : title).slice(0, 200)
}
