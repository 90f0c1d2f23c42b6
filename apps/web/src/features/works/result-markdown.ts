import { printedSections } from '@mozhou/contracts/tools/printed-sections'
import type { ResultRow, TableColumn, ToolSection } from '@mozhou/contracts/results/section'
import type { DerivedTable, ToolDefinition } from '@mozhou/contracts/tools/tool'

/**
 * A whole result as one Markdown text: title as heading, other lines quoted, lists joined with 、, tables as tables. What is derived from
 * the text is not repeated, and notes to the writer are left out.
 */
export function resultMarkdown(tool: ToolDefinition, result: Record<string, unknown>): string {
  const texts = tool.sections.filter(({ as }) => as === 'markdown').length
  const heads = (tool.derived ?? []).filter(({ isHead }) => isHead === true)
  const sections = printedSections(tool.sections, false)
  return [
    ...heads.flatMap((table) => headMarkdown(table, result[table.field])),
    ...sections.map((section) => sectionMarkdown(section, result[section.field], texts > 1)),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function headMarkdown({ columns }: DerivedTable, rows: unknown): string[] {
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row) => columns.map(({ field }) => `**${String((row as ResultRow)[field] ?? '')}**`))
}

function sectionMarkdown(section: ToolSection, value: unknown, isOneOfMany: boolean): string {
  if (Array.isArray(value)) return value.length === 0 ? '' : listMarkdown(section, value)
  if (typeof value !== 'string' || value.trim() === '') return ''
  if (section.field === 'title') return `# ${value}`
  if (section.as === 'line') return `> ${section.field === 'summary' ? '' : `${section.marker}：`}${value}`
  return isOneOfMany ? `## ${section.marker}\n\n${value}` : value
}

function listMarkdown(section: ToolSection, items: readonly unknown[]): string {
  if (section.as === 'table') return `## ${section.marker}\n\n${tableMarkdown(section.columns, items)}`
  if (section.as === 'lines') return `## ${section.marker}\n\n${items.map((item) => `- ${String(item)}`).join('\n')}`
  return `${section.marker}：${items.map(String).join('、')}`
}

function tableMarkdown(columns: readonly TableColumn[], rows: readonly unknown[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const cell = (row: ResultRow, field: string) =>
    String(row[field] ?? '')
      .replaceAll('|', '\\|')
      .replaceAll('\n', '<br>')
  return [
    line(columns.map(({ heading }) => heading)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(({ field }) => cell(row as ResultRow, field)))),
  ].join('\n')
}
