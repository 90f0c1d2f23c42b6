import type { Wording } from '../wording.ts'

/** A column of a table section. */
export interface TableColumn {
  field: string
  /** As the model writes it in the header row. */
  heading: string
  label: Wording
  as: 'text' | 'number'
}

interface SectionBase {
  field: string
  /** As the model writes it: `【标题】…`; the parser and the prompt both read this. */
  marker: string
  label: Wording
  /** What the model is told to write here; stands behind the marker in the prompt. */
  order: string
  /** Its absence is no gap. */
  isOptional?: boolean
  /** For the writer's own eyes: files and copies leave it out unless asked. */
  isNote?: boolean
  /** The most that a platform takes of it, and how the platform counts; editors show it. */
  limit?: { most: number; by: 'characters' | 'xiaohongshu' }
  /** The section that it follows in files and copies, where that is another order than the model's. */
  printedAfter?: string
}

/**
 * A part of a result as the model writes it. `list` splits on 、，, and line ends, `lines` on line ends alone; a `table` is a Markdown table.
 * The first `markdown` section is the main one: text that nothing claims is its.
 */
export type ToolSection =
  | (SectionBase & { as: 'line' | 'markdown' | 'list' | 'lines' })
  | (SectionBase & { as: 'table'; columns: readonly TableColumn[] })

export type ResultRow = Record<string, string | number>
/** A tool's result as JSON: text, list, or rows of a table, by field. */
export type ToolResult = Record<string, string | string[] | ResultRow[]>
