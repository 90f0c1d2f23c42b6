import { longestField } from '@mozhou/contracts/editing/inputs'
import type { UpdateCreationInput } from '@mozhou/contracts/editing/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { mainSection, titleSection } from '@mozhou/contracts/results/sections'
import type { ResultRow, ToolResult, ToolSection } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'

/** The sections that an edit changes, in the shapes of the tool. @throws AppError VALIDATION_FAILED naming field and rule. */
export function editedSections(
  tool: ToolDefinition,
  input: Pick<UpdateCreationInput, 'title' | 'result' | 'markdown'>,
): ToolResult {
  const changes: ToolResult = {}
  for (const [field, value] of Object.entries(input.result ?? {})) {
    const section = tool.sections.find((candidate) => candidate.field === field)
    // What is derived comes with every version and is worked out anew.
    if (!section && tool.derived?.some((table) => table.field === field)) continue
    if (!section) throw invalid(`result.${field}`, 'unrecognized_keys')
    changes[field] = shaped(section, value)
  }
  const title = titleSection(tool.sections)
  if (title && input.title !== undefined) changes[title.field] = input.title
  if (input.markdown === undefined) return changes
  const body = mainSection(tool.sections)
  if (!body) throw invalid('markdown', 'unrecognized_keys')
  return { ...changes, [body.field]: input.markdown }
}

function shaped(section: ToolSection, value: unknown): ToolResult[string] {
  const field = `result.${section.field}`
  if (section.as === 'line' || section.as === 'markdown') {
    if (typeof value !== 'string') throw invalid(field, 'invalid_type')
    // A line end would begin another part when the text is read again.
    return section.as === 'line' ? value.replaceAll(/\s*\n+\s*/gu, ' ').trim() : value
  }
  if (!Array.isArray(value)) throw invalid(field, 'invalid_type')
  if (JSON.stringify(value).length > longestField) throw invalid(field, 'too_big')
  if (section.as === 'table') return value.map((row: unknown, index) => shapedRow(section, row, `${field}.${index}`))
  return value.map((item: unknown, index) => {
    if (typeof item !== 'string') throw invalid(`${field}.${index}`, 'invalid_type')
    return item.replaceAll(/\s*\n+\s*/gu, ' ').trim()
  })
}

function shapedRow(section: Extract<ToolSection, { as: 'table' }>, row: unknown, field: string): ResultRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw invalid(field, 'invalid_type')
  const unknown = Object.keys(row).find((key) => !section.columns.some((column) => column.field === key))
  if (unknown !== undefined) throw invalid(`${field}.${unknown}`, 'unrecognized_keys')
  return Object.fromEntries(
    section.columns.map((column) => {
      const value: unknown = Reflect.get(row, column.field)
      if (value === undefined) return [column.field, column.as === 'number' ? 0 : '']
      if (column.as === 'number' && typeof value === 'number') return [column.field, value]
      if (column.as === 'text' && typeof value === 'string') return [column.field, value]
      throw invalid(`${field}.${column.field}`, 'invalid_type')
    }),
  )
}

function invalid(field: string, rule: string): AppError {
  return new AppError('VALIDATION_FAILED', { field, rule })
}
