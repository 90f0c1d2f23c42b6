import { readHalfJson } from './half-json.ts'
import { readTable, rowsOfJson } from './table.ts'
import { isObject, textOf } from './text-of.ts'
import type { ToolResult, ToolSection } from './tool.ts'

/**
 * Reads `【标题】… 【正文】…` out of a model's text, whole or still growing. Tolerant: markers in any order or in English, with or without
 * a colon, `## 标题` or `**标题**：` in their place, JSON in their place, a code fence around everything, chatter before the first marker.
 * No text is lost with its marker: what nothing claims is the main markdown section's, its first heading the title.
 */
export function parseSections(text: string, sections: readonly ToolSection[]): ToolResult {
  const lines = text.replaceAll('\r\n', '\n')
  const object = readHalfJson(unfenceJson(lines))
  if (object) return readObject(object, sections)
  const source = withoutPartialMarker(unfence(lines), sections)
  const found = findMarkers(source, sections)
  const hasBody = found.some(({ section }) => section.as === 'markdown')
  const stray = hasBody || found[0]?.section.as === 'line' ? [] : [source.slice(0, found[0]?.start)]
  const result = emptyResult(sections)
  const besideTables: string[] = []
  found.forEach((hit, index) => {
    const raw = source.slice(hit.end, found[index + 1]?.start ?? source.length).trim()
    const [line, rest] = hit.section.as === 'line' && !hasBody ? firstLine(raw) : [raw, '']
    const read = shape(line, hit.section)
    result[hit.section.field] = read.value
    stray.push(rest)
    besideTables.push(read.rest)
  })
  const read = hasBody ? result : { ...result, ...readStray(stray.join('\n').trim(), sections, result) }
  return withStray(read, besideTables, sections)
}

/** What a result holds before anything was written. */
export function emptyResult(sections: readonly ToolSection[]): ToolResult {
  return Object.fromEntries(sections.map(({ field, as }) => [field, as === 'line' || as === 'markdown' ? '' : []]))
}

/** A result that came as JSON; keys are fields, markers or labels, and what is none of them is kept as text. */
function readObject(object: Record<string, unknown>, sections: readonly ToolSection[]): ToolResult {
  const entries = Object.entries(object)
  const [only] = entries
  if (entries.length === 1 && only && isObject(only[1])) return readObject(only[1], sections)
  const result = emptyResult(sections)
  const stray: string[] = []
  for (const [key, value] of entries) {
    const section = sections.find((one) => namesOf(one).some((name) => name.toLowerCase() === key.toLowerCase()))
    if (!section) {
      if (value !== null) stray.push(`**${key}**：${textOf(value)}`)
    } else if (section.as === 'table' && Array.isArray(value)) {
      result[section.field] = rowsOfJson(value, section.columns)
    } else {
      const read = shape(textOf(value, section.as === 'markdown' ? '\n\n' : '\n'), section)
      result[section.field] = read.value
      stray.push(read.rest)
    }
  }
  return withStray(result, stray, sections)
}

function withStray(result: ToolResult, stray: readonly string[], sections: readonly ToolSection[]): ToolResult {
  const text = stray.filter((part) => part !== '').join('\n\n')
  const main = mainSection(sections)
  if (text === '' || !main) return result
  const body = result[main.field]
  return { ...result, [main.field]: typeof body === 'string' && body !== '' ? `${body}\n\n${text}` : text }
}

export const mainSection = (sections: readonly ToolSection[]) => sections.find(({ as }) => as === 'markdown')
/** Where the title of a creation is read from. */
export const titleSection = (sections: readonly ToolSection[]) =>
  sections.find(({ field, as }) => field === 'title' && as === 'line')

function firstLine(raw: string): [line: string, rest: string] {
  const end = raw.indexOf('\n')
  return end < 0 ? [raw, ''] : [raw.slice(0, end), raw.slice(end)]
}

interface MarkerHit {
  section: ToolSection
  start: number
  end: number
}

/** The form asked for comes first: a line `关键词：…` inside the body must not win over the `【关键词】` after it. */
const markerForms: ((name: string) => string)[] = [
  (name) => `(?:\\*\\*)?【${name}】(?:\\*\\*)?`,
  (name) => `(?:\\[${name}\\]|\\*\\*${name}\\*\\*[ \\t]*[:：]|\\*\\*${name}[:：]\\*\\*|${name}[ \\t]*[:：])`,
  (name) => `(?<=#[ \\t]*)${name}[ \\t]*(?=\\n)`,
]

function findMarkers(source: string, sections: readonly ToolSection[]): MarkerHit[] {
  const hits = sections.flatMap((section) => findMarker(source, section) ?? [])
  return hits.sort((left, right) => left.start - right.start)
}

function findMarker(source: string, section: ToolSection): MarkerHit | null {
  const names = namesOf(section).map(escapeRegExp).join('|')
  for (const form of markerForms) {
    const pattern = `(?:^|\\n)[ \\t]*(?:#{1,3}[ \\t]*)?${form(`(?:${names})`)}[ \\t]*[:：]?[ \\t]*`
    const match = new RegExp(pattern, 'iu').exec(source)
    if (match) return { section, start: match.index, end: match.index + match[0].length }
  }
  return null
}

/** A model that was asked in Chinese may answer in English. */
const namesOf = ({ marker, label, field }: ToolSection) => [...new Set([marker, label.zh, label.en, field])]

function shape(text: string, section: ToolSection): { value: ToolResult[string]; rest: string } {
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
  const { rows, rest } = readTable(text, section.columns)
  return { value: rows, rest }
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
  return text
    .replace(numbering, '$1')
    .split(/[、，,；;\n|]+|\s+(?=#)/u)
    .map((item) => item.replace(/^[\s#]+/u, '').trim())
    .filter((item) => item !== '')
}

/** While streaming, the start of the next marker (`\n【正`) must not flash up at the end of a section. */
function withoutPartialMarker(source: string, sections: readonly ToolSection[]): string {
  const tail = /(?:^|\n)[ \t]*(?:#{1,3}[ \t]*)?(?:\*\*)?(【[^】\n]*)$/u.exec(source)
  const begun = tail?.[1]?.toLowerCase()
  const isPartial =
    begun !== undefined &&
    sections.some((section) => namesOf(section).some((name) => `【${name}`.toLowerCase().startsWith(begun)))
  return tail && isPartial ? source.slice(0, tail.index) : source
}

/** Text outside every marker: the main section's, and its heading the title unless a marker gave one. */
function readStray(
  text: string,
  sections: readonly ToolSection[],
  found: Readonly<ToolResult>,
): Record<string, string> {
  const body = mainSection(sections)
  const title = titleSection(sections)
  const heading = title && found[title.field] === '' ? /^#[ \t]+(.+)(?:\n|$)/u.exec(text) : null
  return {
    ...(title && heading?.[1] ? { [title.field]: heading[1].trim() } : {}),
    ...(body ? { [body.field]: text.slice(heading?.[0].length ?? 0).trim() } : {}),
  }
}

/** Chatter before a fenced object, or the object alone. */
function unfenceJson(text: string): string {
  return /```(?:json)?[ \t]*\n(\s*\{[\s\S]*?)(?:\n```|$)/iu.exec(text)?.[1] ?? text
}

function unfence(text: string): string {
  const match = /^\s*```[a-z]*\n([\s\S]*?)(?:\n```\s*)?$/u.exec(text)
  return match?.[1] ?? text
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Words as a Chinese editor counts them: each CJK character one, each run of Latin letters or digits one. */
export function countWords(text: string): number {
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  const words =
    text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+(?:['’.-][\p{Script=Latin}\p{N}]+)*/gu)?.length ?? 0
  return cjk + words
}
