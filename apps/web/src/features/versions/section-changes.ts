import { titleSection } from '@mozhou/contracts/tools/usual-sections'
import type { ResultRow, TableColumn, ToolSection } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { Wording } from '@mozhou/contracts/wording'

export interface Compared {
  title: string
  result: Record<string, unknown>
}

export interface SectionChange {
  field: string
  label: Wording
  isChanged: boolean
  before: string
  after: string
}

interface Words {
  pick: (wording: Wording) => string
  number: (value: number) => string
}

/** Field by field what two versions say, as a person reads it; the title first where no section holds it. */
export function sectionChanges(
  tool: ToolDefinition,
  versions: { before: Compared; after: Compared },
  words: Words,
): SectionChange[] {
  const { before, after } = versions
  const sections = tool.sections.map((section) =>
    change(section, before.result[section.field], after.result[section.field], words),
  )
  if (tool.sections.some(({ field }) => field === 'title')) return sections
  return [change(titleSection(''), before.title, after.title, words), ...sections]
}

function change(section: ToolSection, before: unknown, after: unknown, words: Words): SectionChange {
  const [from, to] = [sectionText(section, before, words), sectionText(section, after, words)]
  const isChanged = from !== to
  const [plainFrom, plainTo] = [withoutMarks(from), withoutMarks(to)]
  // Marks say nothing to a reader, unless they are all that changed.
  const [shownFrom, shownTo] = isChanged && plainFrom === plainTo ? [from, to] : [plainFrom, plainTo]
  return { field: section.field, label: section.label, isChanged, before: shownFrom, after: shownTo }
}

const withoutMarks = (text: string) => text.replaceAll(/^(?:#{1,6}|>)\s+|\*\*/gmu, '')

function sectionText(section: ToolSection, value: unknown, words: Words): string {
  if (typeof value === 'string') return value.trim()
  if (!Array.isArray(value)) return ''
  if (section.as !== 'table') return value.map(String).join(section.as === 'list' ? '、' : '\n')
  const rows = value.filter((row): row is ResultRow => typeof row === 'object' && row !== null)
  return rows
    .map(
      (row, index) =>
        `${words.pick(section.label)} ${words.number(index + 1)}：${rowText(section.columns, row, words)}`,
    )
    .join('\n')
}

function rowText(columns: readonly TableColumn[], row: ResultRow, words: Words): string {
  return columns
    .map(({ field, label }) => ({ label, text: String(row[field] ?? '').replaceAll(/\s+/gu, ' ') }))
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => `${words.pick(label)} ${text}`)
    .join(' · ')
}
