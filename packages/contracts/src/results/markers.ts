import { simplified } from './traditional.ts'
import type { ToolSection } from './section.ts'

export interface MarkerHit {
  section: ToolSection
  start: number
  end: number
}

/** The form asked for comes first: a line `关键词：…` inside the body must not win over the `【关键词】` after it. */
const markerForms: ((name: string) => string)[] = [
  (name) => `(?:\\*\\*)?【[ \\t]*${name}[ \\t]*】(?:\\*\\*)?`,
  (name) =>
    `(?:\\[${name}\\]|[〖［]${name}[〗］]|\\*\\*${name}\\*\\*[ \\t]*[:：]|\\*\\*${name}[:：]\\*\\*|${name}[ \\t]*[:：])`,
  (name) => `(?<=#[ \\t]*)${name}[ \\t]*(?=\\n)`,
]

/** The first marker of every section that has one, in the order of the text. */
export function findMarkers(source: string, sections: readonly ToolSection[]): MarkerHit[] {
  const plain = simplified(source)
  const hits = sections.flatMap((section) => findMarker(plain, section) ?? [])
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

/** The section that a JSON key means. */
export function sectionNamed(key: string, sections: readonly ToolSection[]): ToolSection | undefined {
  const plain = simplified(key).trim().toLowerCase()
  return sections.find((section) => namesOf(section).some((name) => name.toLowerCase() === plain))
}

/** While streaming, the start of the next marker (`\n【正`) must not flash up at the end of a section. */
export function withoutPartialMarker(source: string, sections: readonly ToolSection[]): string {
  const tail = /(?:^|\n)[ \t]*(?:#{1,3}[ \t]*)?(?:\*\*)?(【[^】\n]*)$/u.exec(source)
  const begun = tail?.[1] === undefined ? undefined : simplified(tail[1]).replaceAll(/[ \t]/gu, '').toLowerCase()
  const isPartial =
    begun !== undefined &&
    sections.some((section) =>
      namesOf(section).some((name) => `【${name}`.replaceAll(' ', '').toLowerCase().startsWith(begun)),
    )
  return tail && isPartial ? source.slice(0, tail.index) : source
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
