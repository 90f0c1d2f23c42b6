import { plainText } from '@mozhou/contracts/tools/plain-text'
import type { ResultRow, ToolResult, ToolSection } from '@mozhou/contracts/results/section'

/**
 * A result in the form that models write and `parseSections` reads: what an edited text is improved or continued from. Parsed again it
 * is the same result.
 */
export function writeSections(result: Readonly<ToolResult>, sections: readonly ToolSection[]): string {
  return sections
    .map((section) => {
      const text = sectionText(section, result[section.field])
      return section.as === 'line' || section.as === 'list'
        ? `【${section.marker}】${text}`
        : `【${section.marker}】\n${text}`
    })
    .join('\n')
}

function sectionText(section: ToolSection, value: ToolResult[string] | undefined): string {
  switch (section.as) {
    case 'line':
    case 'markdown':
      return plainText(value)
    case 'list':
      return Array.isArray(value) ? value.map(String).join('、') : ''
    case 'lines':
      return Array.isArray(value)
        ? value.map((item) => `- ${typeof item === 'string' ? item : plainText([item])}`).join('\n')
        : ''
    case 'table':
      break
  }
  const rows = rowsOf(value)
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const { columns } = section
  return [
    line(columns.map(({ heading }) => heading)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(({ field }) => cell(row[field])))),
  ].join('\n')
}

export function rowsOf(value: ToolResult[string] | undefined): ResultRow[] {
  return Array.isArray(value) ? value.filter((row) => typeof row !== 'string') : []
}

function cell(value: string | number | undefined): string {
  return String(value ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', '<br>')
}
