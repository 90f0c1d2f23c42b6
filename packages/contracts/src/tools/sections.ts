import type { ToolSection } from './tool.ts'

/**
 * Reads `【标题】… 【正文】…` out of a model's text, whole or still growing. Tolerant: markers in any order, with or without
 * a colon, `# 标题` or `**标题**：` in their place, a code fence around everything, chatter before the first marker.
 * Text without any marker is the markdown section, its first heading the title.
 */
export function parseSections(text: string, sections: readonly ToolSection[]): Record<string, string | string[]> {
  const source = unfence(text)
  const found = findMarkers(source, sections)
  const result: Record<string, string | string[]> = {}
  for (const section of sections) result[section.field] = section.as === 'list' ? [] : ''
  if (found.length === 0) return { ...result, ...withoutMarkers(source, sections) }
  found.forEach((hit, index) => {
    const raw = source.slice(hit.end, found[index + 1]?.start ?? source.length)
    result[hit.section.field] = shape(raw, hit.section)
  })
  return result
}

interface MarkerHit {
  section: ToolSection
  start: number
  end: number
}

function findMarkers(source: string, sections: readonly ToolSection[]): MarkerHit[] {
  const hits: MarkerHit[] = []
  for (const section of sections) {
    const name = escapeRegExp(section.marker)
    const pattern = new RegExp(
      `(?:^|\\n)[ \\t]*(?:#{1,3}[ \\t]*)?(?:【${name}】|\\[${name}\\]|\\*\\*【?${name}】?\\*\\*[ \\t]*[:：]|${name}[ \\t]*[:：])[ \\t]*[:：]?[ \\t]*`,
      'u',
    )
    const match = pattern.exec(source)
    if (match) hits.push({ section, start: match.index, end: match.index + match[0].length })
  }
  return hits.sort((left, right) => left.start - right.start)
}

function shape(raw: string, section: ToolSection): string | string[] {
  const text = trimPartialMarker(raw).trim()
  if (section.as === 'line')
    return text
      .replace(/^#+\s*/u, '')
      .replace(/\s*\n+\s*/gu, ' ')
      .replace(/^["“《](.*)["”》]$/u, '$1')
  if (section.as === 'markdown') return text
  return [...new Set(splitList(text))]
}

function splitList(text: string): string[] {
  return text
    .split(/[、，,；;\n|]+/u)
    .map((item) => item.replace(/^[\s#*\-•\d.]+/u, '').trim())
    .filter((item) => item !== '')
}

/** While streaming, the start of the next marker (`\n【正`) must not flash up in this section. */
function trimPartialMarker(raw: string): string {
  return raw.replace(/\n[ \t]*【[^】\n]{0,12}$/u, '')
}

function withoutMarkers(source: string, sections: readonly ToolSection[]): Record<string, string> {
  const body = sections.find((section) => section.as === 'markdown')
  const title = sections.find((section) => section.as === 'line')
  const heading = /^\s*#\s+(.+)\n/u.exec(source)
  const text = heading ? source.slice(heading[0].length) : source
  return {
    ...(title && heading?.[1] ? { [title.field]: heading[1].trim() } : {}),
    ...(body ? { [body.field]: text.trim() } : {}),
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
