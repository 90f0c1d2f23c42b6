import type { ToolSection } from './tool.ts'

/**
 * Reads `【标题】… 【正文】…` out of a model's text, whole or still growing. Tolerant: markers in any order, with or without
 * a colon, `## 标题` or `**标题**：` in their place, a code fence around everything, chatter before the first marker.
 * No text is lost with its marker: what nothing claims is the markdown section's, its first heading the title.
 */
export function parseSections(text: string, sections: readonly ToolSection[]): Record<string, string | string[]> {
  const source = withoutPartialMarker(unfence(text), sections)
  const found = findMarkers(source, sections)
  const hasBody = found.some(({ section }) => section.as === 'markdown')
  const stray = hasBody || found[0]?.section.as === 'line' ? [] : [source.slice(0, found[0]?.start)]
  const result: Record<string, string | string[]> = {}
  for (const section of sections) result[section.field] = section.as === 'list' ? [] : ''
  found.forEach((hit, index) => {
    const raw = source.slice(hit.end, found[index + 1]?.start ?? source.length).trim()
    const [line, rest] = hit.section.as === 'line' && !hasBody ? firstLine(raw) : [raw, '']
    result[hit.section.field] = shape(line, hit.section)
    stray.push(rest)
  })
  return hasBody ? result : { ...result, ...readStray(stray.join('\n').trim(), sections, result) }
}

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
  for (const form of markerForms) {
    const pattern = `(?:^|\\n)[ \\t]*(?:#{1,3}[ \\t]*)?${form(escapeRegExp(section.marker))}[ \\t]*[:：]?[ \\t]*`
    const match = new RegExp(pattern, 'u').exec(source)
    if (match) return { section, start: match.index, end: match.index + match[0].length }
  }
  return null
}

function shape(text: string, section: ToolSection): string | string[] {
  if (section.as === 'line')
    return text
      .replace(/^#+\s*/u, '')
      .replace(/\s*\n+\s*/gu, ' ')
      .replace(/^["“《](.*)["”》]$/u, '$1')
  if (section.as === 'markdown') return text
  return [...new Set(splitList(text))]
}

/** `1.` and the like number a line; the digits of `2026 趋势`, `5G` and `3.5 版` belong to the word. */
const numbering = /(^|\n)[ \t]*(?:[-*•]|\d{1,2}(?:[、)）]|\.(?!\d)))[ \t]*/gu

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
  const isPartial = sections.some(({ marker }) => tail?.[1] !== undefined && `【${marker}`.startsWith(tail[1]))
  return tail && isPartial ? source.slice(0, tail.index) : source
}

/** Text outside every marker: the markdown section's, and its heading the title unless a marker gave one. */
function readStray(
  text: string,
  sections: readonly ToolSection[],
  found: Readonly<Record<string, string | string[]>>,
): Record<string, string> {
  const body = sections.find((section) => section.as === 'markdown')
  const title = sections.find((section) => section.as === 'line')
  const heading = title && found[title.field] === '' ? /^#[ \t]+(.+)(?:\n|$)/u.exec(text) : null
  return {
    ...(title && heading?.[1] ? { [title.field]: heading[1].trim() } : {}),
    ...(body ? { [body.field]: text.slice(heading?.[0].length ?? 0).trim() } : {}),
  }
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
