import { plainInlines, text } from '@mozhou/text/blocks'
import type { Block, Inline } from '@mozhou/text/blocks'
import { readInlines, readMarkdown } from '@mozhou/text/read-markdown'

/** `source` is the piece's own Markdown; a line's without the mark that made it a heading, an item or a quote. */
export type BodyPiece =
  | { kind: 'line'; source: string; level: OfficialLevel | null; heading: Inline[]; rest: Inline[] }
  | { kind: 'blocks'; source: string; blocks: Block[] }

/** 一、 then （一） then 1. then （1）: GB/T 9704-2012, 7.3.3. */
type OfficialLevel = 1 | 2 | 3 | 4

/**
 * The text of an official document, a paragraph for every line end: ordinals are words in it and open no Markdown list. Tables and
 * fenced text stay whole.
 */
export function readOfficialBody(markdown: string): BodyPiece[] {
  return chunksOf(markdown.replaceAll('\r\n', '\n').split('\n')).flatMap((chunk) => {
    if (chunk.length > 1) {
      const source = chunk.join('\n')
      return [{ kind: 'blocks' as const, source, blocks: readMarkdown(source) }]
    }
    return lineOf(chunk[0] ?? '')
  })
}

/** An ornament (`~~~附件~~~`) and code within a line open none. */
const fence = /^\s*(?:```[^`]*|~~~[^~]*|~{4,}|`{4,})$/u
const tableRule = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/u

/** Lines that belong together: those of a table, and those from one fence to the next. */
function chunksOf(lines: readonly string[]): string[][] {
  const chunks: string[][] = []
  for (let at = 0; at < lines.length;) {
    const end = endOfChunk(lines, at)
    chunks.push(lines.slice(at, end))
    at = end
  }
  return chunks
}

function endOfChunk(lines: readonly string[], start: number): number {
  const isTable = lines[start]?.includes('|') === true && tableRule.test(lines[start + 1] ?? '')
  const isFenced = fence.test(lines[start] ?? '')
  if (!isTable && !isFenced) return start + 1
  const ends = (line: string) => (isTable ? !line.includes('|') : fence.test(line))
  const length = lines.slice(start + 1).findIndex(ends)
  if (length < 0) return lines.length
  return start + 1 + length + (isTable ? 0 : 1)
}

/** With its space, or plainly meant without it; a hashtag is neither. */
const headingMark = /^(?:#{1,6}(?=\s)|#{2,6}(?=[^#\s][^#]*$)|#(?=第?[一二三四五六七八九十\d]+[、．.章节篇][^#]*$))/u
const itemMark = /^[-*+•]\s+(?:\[([ xX])\]\s+)?/u
const bold = /(?<!\\)\*\*(?=\S)(.+?)(?<=[^\s\\])\*\*/gu
const rule = /^([-*_])(?:\s*\1){2,}$/u

function lineOf(raw: string): BodyPiece[] {
  const source = raw.trim()
  if (source === '' || rule.test(source)) return []
  const depth = headingMark.exec(source)?.[0].length ?? null
  const words = unmarked(source)
  const inlines = readInlines(words).flatMap(withoutBold)
  const plain = plainInlines(inlines)
  const level = levelOf(plain, depth)
  // Where stars are read as text (`x**2`), none of them is a mark to take away.
  const written = plain.includes('**') ? words : words.replaceAll(bold, '$1')
  return [{ kind: 'line', source: written, level, ...headingApart(inlines, level, depth !== null) }]
}

/** The standard sets headings apart by their face alone. */
const withoutBold = (inline: Inline): Inline[] =>
  inline.kind === 'strong' ? inline.inlines.flatMap(withoutBold) : [inline]

/** Without the mark of a heading, a quote or an item, whose tick stays. */
function unmarked(source: string): string {
  if (headingMark.test(source)) return source.replace(headingMark, '').trimStart()
  const tick = (_mark: string, done: string | undefined) => (done === undefined ? '' : done === ' ' ? '☐ ' : '☑ ')
  return source.replace(/^>\s*/u, '').replace(itemMark, tick)
}

/** By its ordinal; by its depth as a Markdown heading where it has none. */
function levelOf(words: string, depth: number | null): OfficialLevel | null {
  if (/^[一二三四五六七八九十百]+、/u.test(words)) return 1
  if (/^[（(][一二三四五六七八九十百]+[）)]/u.test(words)) return 2
  if (/^\d{1,2}(?:[、．]|\.(?!\d))/u.test(words)) return 3
  if (/^[（(]\d{1,2}[）)]/u.test(words)) return 4
  if (depth === null) return null
  return depth <= 2 ? 1 : depth === 3 ? 2 : 3
}

/** Longer than this, a numbered sentence is the matter itself and not its heading. */
const longestHeading = 40

/** `一、加强领导。各单位要……`: the first sentence is the heading, the rest runs on in the same paragraph. */
function headingApart(inlines: Inline[], level: OfficialLevel | null, isMarked: boolean) {
  const words = plainInlines(inlines)
  const stop = words.indexOf('。')
  const length = stop < 0 ? words.length : stop + 1
  if (level === null || (length > longestHeading && !isMarked)) return { heading: [], rest: inlines }
  return isMarked ? { heading: inlines, rest: [] } : splitAt(inlines, length)
}

/** Cuts within bare text; what is set apart, as bold is, stays whole on the left. */
function splitAt(inlines: readonly Inline[], length: number): { heading: Inline[]; rest: Inline[] } {
  const heading: Inline[] = []
  const rest: Inline[] = []
  let left = length
  for (const inline of inlines) {
    if (left <= 0) rest.push(inline)
    else if (inline.kind === 'text' && inline.text.length > left) {
      heading.push(text(inline.text.slice(0, left)))
      rest.push(text(inline.text.slice(left)))
    } else heading.push(inline)
    left -= plainInlines([inline]).length
  }
  return { heading, rest }
}
