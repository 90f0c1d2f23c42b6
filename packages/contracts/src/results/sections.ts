import { withoutChatter, withoutFarewell } from './chatter.ts'
import { findMarkers, sectionNamed, withoutPartialMarker } from './markers.ts'
import { readObjects, unwrapped } from './read-objects.ts'
import { shape } from './section-values.ts'
import { rowsOfJson } from './table.ts'
import { textOf } from './text-of.ts'
import type { ResultRow, ToolResult, ToolSection } from './section.ts'
import { unfence } from './unfence.ts'

/**
 * Reads `【标题】… 【正文】…` out of a model's text, whole or still growing. Tolerant: markers in any order, in English or in traditional
 * characters, with or without a colon, `## 标题` or `**标题**：` in their place, JSON in their place, a code fence around everything,
 * chatter before the first marker. No text is lost: what nothing claims is the main markdown section's, its first heading the title.
 */
export function parseSections(text: string, sections: readonly ToolSection[]): ToolResult {
  const draft: Draft = { sections, result: emptyResult(sections), main: [], beside: [] }
  const { parts, rest } = readObjects(text.replaceAll('\r\n', '\n'), sections)
  for (const part of parts) {
    if (typeof part === 'string') draft.main.push(part)
    else readObject(unwrapped(part, sections), draft)
  }
  if (parts.length > 0) readMarked(withoutChatter(rest), draft)
  else readMarked(rest, draft)
  return finished(draft)
}

/** What a result holds before anything was written. */
export function emptyResult(sections: readonly ToolSection[]): ToolResult {
  return Object.fromEntries(sections.map(({ field, as }) => [field, as === 'line' || as === 'markdown' ? '' : []]))
}

export const mainSection = (sections: readonly ToolSection[]) => sections.find(({ as }) => as === 'markdown')
/** Where the title of a creation is read from. */
export const titleSection = (sections: readonly ToolSection[]) =>
  sections.find(({ field, as }) => field === 'title' && as === 'line')

interface Draft {
  sections: readonly ToolSection[]
  result: ToolResult
  /** The main section's text, piece by piece. */
  main: string[]
  /** What has no place of its own; stands behind the main section's text. */
  beside: string[]
}

function finished({ sections, result, main, beside }: Draft): ToolResult {
  const section = mainSection(sections)
  const text = [...main, ...beside].map((piece) => piece.trim()).filter((piece) => piece !== '')
  if (!section) return result
  const title = titleSection(sections)
  return { ...result, [section.field]: withoutTitleAgain(text.join('\n\n'), title ? textOf(result[title.field]) : '') }
}

/** A text that begins with its title once more, as a heading or a line, and goes on behind it. */
function withoutTitleAgain(text: string, title: string): string {
  const first = /^(?:#{1,6}[ \t]*)?([^\n]+)\n\s*(?=\S)/u.exec(text)
  return first && letters(first[1] ?? '') === letters(title) && letters(title) !== ''
    ? text.slice(first[0].length)
    : text
}

const letters = (line: string) => line.replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Keys are fields, markers or labels; what is none of them is kept as text under its name. */
function readObject(object: Record<string, unknown>, draft: Draft) {
  for (const [key, value] of Object.entries(object)) {
    const section = sectionNamed(key, draft.sections)
    if (!section) {
      if (value !== null) draft.beside.push(`**${key}**：${textOf(value)}`)
    } else if (section.as === 'table' && Array.isArray(value)) add(draft, section, rowsOfJson(value, section.columns))
    else draft.main.push(read(draft, section, textOf(value, section.as === 'markdown' ? '\n\n' : '\n')))
  }
}

function readMarked(text: string, draft: Draft) {
  const { before, inside, behind } = unfence(text, draft.sections)
  const source = withoutPartialMarker(inside, draft.sections)
  const found = findMarkers(source, draft.sections)
  const hasBody = found.some(({ section }) => section.as === 'markdown')
  const first = source.slice(0, found[0]?.start)
  const stray = [withoutChatter(before), found.length > 0 ? withoutChatter(first) : first]
  const main: string[] = []
  found.forEach((hit, index) => {
    const next = found[index + 1]
    const written = source.slice(hit.end, next?.start ?? source.length).trim()
    const raw = next ? written : withoutFarewell(written, hit.section.as === 'markdown')
    const [line, rest] = hit.section.as === 'line' && !hasBody ? firstLine(raw) : [raw, '']
    main.push(read(draft, hit.section, line))
    stray.push(rest)
  })
  draft.beside.push(withoutChatter(behind))
  draft.main.push(withoutTitle(stray.join('\n').trim(), draft), ...main)
}

/** Reads a section's text into the draft and gives back what is the main section's. */
function read(draft: Draft, section: ToolSection, text: string): string {
  if (section === mainSection(draft.sections)) return text
  const { value, rest } = shape(text, section)
  add(draft, section, value)
  draft.beside.push(rest)
  return ''
}

/** A section that came twice keeps both: lists and texts one behind the other, a second line beside the main text. */
function add({ result, beside }: Draft, section: ToolSection, value: ToolResult[string]) {
  const before = result[section.field]
  if (Array.isArray(before) && Array.isArray(value)) {
    result[section.field] = [...before, ...value] as string[] | ResultRow[]
  } else if (before === '') result[section.field] = value
  else if (section.as === 'markdown') result[section.field] = `${textOf(before)}\n\n${textOf(value)}`
  else if (value !== '' && value !== before) beside.push(`**${section.label.zh}**：${textOf(value)}`)
}

/** Text outside every marker; its heading is the title unless something else gave one. */
function withoutTitle(text: string, { sections, result }: Draft): string {
  const title = titleSection(sections)
  const heading = title && result[title.field] === '' ? /^#[ \t]+(.+)(?:\n|$)/u.exec(text) : null
  if (!title || heading?.[1] === undefined) return text
  result[title.field] = heading[1].trim()
  return text.slice(heading[0].length)
}

function firstLine(raw: string): [line: string, rest: string] {
  const end = raw.indexOf('\n')
  return end < 0 ? [raw, ''] : [raw.slice(0, end), raw.slice(end)]
}
