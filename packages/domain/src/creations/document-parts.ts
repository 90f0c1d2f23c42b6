import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { markOfItem } from '@mozhou/contracts/tools/marked-items'
import { plainText } from '@mozhou/contracts/tools/plain-text'
import { printedSections } from '@mozhou/contracts/tools/printed-sections'
import { titleSection } from '@mozhou/contracts/results/sections'
import type { TableColumn, ToolResult, ToolSection } from '@mozhou/contracts/results/section'
import type { DerivedTable, ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { DocumentPart, SourceDocument } from '@mozhou/integrations/documents/port'
import { rowsOf } from './write-sections.ts'

export function layoutOf(key: ToolKey): SourceDocument['layout'] {
  const tool: ToolDefinition = tools[key]
  return tool.layout ?? 'article'
}

/**
 * A result's parts in the order in which files print them: lines of the head, sections, tables derived from them. Empty ones are left
 * out, the title is apart, and notes come along only when asked for.
 */
export function documentParts(key: ToolKey, result: ToolResult, hasNotes: boolean): DocumentPart[] {
  const tool: ToolDefinition = tools[key]
  const title = titleSection(tool.sections)
  const isOneOfMany = tool.sections.filter(({ as }) => as === 'markdown').length > 1
  const derived = tool.derived ?? []
  return [
    ...derived.filter(({ isHead }) => isHead === true).flatMap((table) => headLines(table, result[table.field])),
    ...printedSections(tool.sections, hasNotes)
      .filter((section) => section !== title)
      .flatMap((section) => sectionPart(section, marked(section, result, hasNotes ? derived : []), isOneOfMany)),
    ...derived
      .filter(({ isHead, isNote, marks }) => isHead !== true && marks === undefined && (hasNotes || isNote !== true))
      .flatMap((table) => tablePart(table, result[table.field])),
  ]
}

/** A section's items, each with what a derived table says of it: the table would print them a second time. */
function marked(
  { field }: ToolSection,
  result: ToolResult,
  derived: readonly DerivedTable[],
): ToolResult[string] | undefined {
  const value = result[field]
  const table = derived.find(({ marks }) => marks === field)
  if (!table || !Array.isArray(value)) return value
  return value.flatMap((item) => {
    if (typeof item !== 'string') return []
    const mark = markOfItem(table, result[table.field], item)
    return [mark === null ? item : `${item}（${mark}）`]
  })
}

function headLines({ columns }: DerivedTable, value: ToolResult[string] | undefined): DocumentPart[] {
  return rowsOf(value).flatMap((row) =>
    columns.map(({ field, label }) => ({
      kind: 'line' as const,
      field,
      label: label.zh,
      text: String(row[field] ?? ''),
    })),
  )
}

function sectionPart(
  section: ToolSection,
  value: ToolResult[string] | undefined,
  isOneOfMany: boolean,
): DocumentPart[] {
  const { field, as } = section
  const label = section.label.zh
  if (as === 'table') return tablePart(section, value)
  if (as === 'line' || as === 'markdown') {
    const text = plainText(value)
    if (text.trim() === '') return []
    return [
      as === 'line' ? { kind: as, field, label, text } : { kind: as, field, label: isOneOfMany ? label : null, text },
    ]
  }
  const items = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  return items.length === 0 ? [] : [{ kind: as, field, label, items }]
}

function tablePart(
  table: { field: string; label: { zh: string }; columns: readonly TableColumn[] },
  value: ToolResult[string] | undefined,
): DocumentPart[] {
  const rows = rowsOf(value)
  if (rows.length === 0) return []
  const { field, label, columns } = table
  return [
    {
      kind: 'table',
      field,
      label: label.zh,
      headings: columns.map((column) => column.label.zh),
      rows: rows.map((row) => columns.map((column) => String(row[column.field] ?? ''))),
    },
  ]
}
