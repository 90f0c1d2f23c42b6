import { readHalfList } from './half-json.ts'
import { readTable, rowsOfJson } from './table.ts'
import type { ReadTable } from './table.ts'
import type { TableColumn, ToolResult, ToolSection } from './section.ts'

/** A section's text in the section's shape, and what does not fit it. */
export function shape(text: string, section: ToolSection): { value: ToolResult[string]; rest: string } {
  const whole = (value: ToolResult[string]) => ({ value, rest: '' })
  switch (section.as) {
    case 'line':
      return whole(
        text
          .replace(/^#+\s*/u, '')
          .replace(/\s*\n+\s*/gu, ' ')
          .replace(/^["“《](.*)["”》]$/u, '$1'),
      )
    case 'markdown':
      return whole(text)
    case 'list':
      return whole([...new Set(splitList(text))])
    case 'lines':
      return whole(splitLines(text))
    case 'table':
      break
  }
  const { rows, rest } = readJsonTable(text, section.columns) ?? readTable(text, section.columns)
  return { value: rows, rest }
}

/** A list of rows as JSON behind a table's marker, fenced or not. */
function readJsonTable(text: string, columns: readonly TableColumn[]): ReadTable | null {
  const fence = /^\s*(?:```(?:json)?\s*)?(?=\[\s*[{[])/iu.exec(text)
  const read = fence && readHalfList(text.slice(fence[0].length))
  return read && { rows: rowsOfJson(read.value, columns), rest: read.rest.replace(/^\s*```[ \t]*/u, '').trim() }
}

/** `1.` and the like number a line; the digits of `2026 趋势`, `5G` and `3.5 版` belong to the word. */
const numbering = /(^|\n)[ \t]*(?:[-*•]|\d{1,2}(?:[、)）]|\.(?!\d)))[ \t]*/gu

function splitLines(text: string): string[] {
  return text
    .replace(numbering, '$1')
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function splitList(text: string): string[] {
  return (
    text
      .replace(numbering, '$1')
      .split(/[、，,；;\n|]+|\s+(?=[#＃])/u)
      // Topics may stand without a space between them: `#露营#周末`.
      .flatMap((item) => (/^\s*[#＃]/u.test(item) ? item.split(/[#＃]+/u) : [item]))
      .map((item) => item.trim())
      .filter((item) => item !== '')
  )
}
