import { withoutChatter } from './chatter.ts'
import { findMarkers } from './markers.ts'
import { objectStart } from './read-objects.ts'
import type { ToolResult, ToolSection } from './section.ts'
import { mainSection, parseSections } from './sections.ts'
import { textOf } from './text-of.ts'

/** Characters behind what is put aside, from which more is put aside, and how many of them are not. */
interface Reach {
  from: number
  kept: number
}

const usual: Reach = { from: 1_500, kept: 500 }

interface Aside {
  /** How far the text is read already, and what is read in its place: the same with a token for each piece of prose. */
  text: string
  short: string
  pieces: readonly string[]
  /** Below this length of the text there is nothing to put aside. */
  next: number
}

/**
 * `parseSections` for a text that grows: the same for every length of it, but long prose of the main section, in which nothing is to be found,
 * is put aside and not searched again with every word that comes.
 */
export function growingSections(sections: readonly ToolSection[], reach: Reach = usual): (text: string) => ToolResult {
  const nothing: Aside = { text: '', short: '', pieces: [], next: reach.from }
  let aside = nothing
  return (text) => {
    if (!text.startsWith(aside.text)) aside = nothing
    if (text.length >= aside.next) aside = putAside(aside, text, sections, reach)
    const result = aside.pieces.length === 0 ? null : readBeside(aside, text, sections)
    if (result) return result
    if (aside.pieces.length > 0) aside = { ...nothing, next: text.length + reach.from }
    return parseSections(text, sections)
  }
}

const tokenOf = (index: number) => `\u{e000}${index}\u{e001}`
const tokens = /\u{e000}(\d+)\u{e001}/gu

/** Null where the prose is no longer the main section's alone, as a marker that came later says. */
function readBeside({ text: read, short, pieces }: Aside, text: string, sections: readonly ToolSection[]) {
  const source = short + text.slice(read.length)
  const main = mainSection(sections)
  if (!main || !isAllIn(main, source, sections)) return null
  const result = parseSections(source, sections)
  const value = textOf(result[main.field])
  const found = [...value.matchAll(tokens)].map(([, index]) => Number(index))
  if (found.length !== pieces.length || found.some((index, at) => index !== at)) return null
  return { ...result, [main.field]: value.replaceAll(tokens, (_, index) => pieces[Number(index)] ?? '') }
}

/** Whether every token stands in the main section, or before any marker, which comes to the same. */
function isAllIn(main: ToolSection, source: string, sections: readonly ToolSection[]): boolean {
  const hits = findMarkers(source, sections)
  return [...source.matchAll(tokens)].every(({ index }) =>
    isIn(
      main,
      hits.findLast(({ start }) => start < index),
    ),
  )
}

const isIn = (main: ToolSection, hit: { section: ToolSection } | undefined) => !hit || hit.section === main

function putAside(aside: Aside, text: string, sections: readonly ToolSection[], reach: Reach): Aside {
  const later = { ...aside, next: text.length + reach.from - reach.kept }
  const end = text.lastIndexOf('\n', text.length - reach.kept) + 1
  if (end <= aside.text.length) return later
  const fresh = text.slice(aside.text.length, end).replaceAll('\r\n', '\n')
  const from = proseFrom(fresh, aside.pieces.length > 0, sections)
  const piece = fresh.slice(from).trim()
  const before = aside.short + fresh.slice(0, from)
  if (!isProse(piece) || !isPlain(before, piece, sections)) return later
  const [start] = /^\s*/u.exec(fresh.slice(from)) ?? ['']
  const behind = fresh.slice(from + start.length + piece.length)
  return {
    text: text.slice(0, end),
    short: before + start + tokenOf(aside.pieces.length) + behind,
    pieces: [...aside.pieces, piece],
    next: later.next,
  }
}

/** Behind the last marker, and behind a line that none of the rules for beginnings takes away. */
function proseFrom(fresh: string, hasPieces: boolean, sections: readonly ToolSection[]): number {
  let from = 0
  let isLed = hasPieces
  for (;;) {
    const hit = findMarkers(fresh.slice(from), sections).at(-1)
    if (!hit) break
    from = lineEnd(fresh, from + hit.end)
    isLed = false
  }
  while (!isLed && from < fresh.length) {
    const end = lineEnd(fresh, from)
    const line = fresh.slice(from, end).trim()
    isLed = /^[^#]*\p{L}/u.test(line) && withoutChatter(line) === line
    from = end
  }
  return from
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

/** What the rules for ends leave alone: its first line and its last are words, and neither announces or hands over. */
function isProse(piece: string): boolean {
  const lines = piece.split('\n')
  return withoutChatter(piece) === piece && /\p{L}/u.test(lines.at(-1) ?? '') && !/[\u{e000}\u{e001}\r]/u.test(piece)
}

/** Neither a fence nor JSON may be around it: behind a marker none is, if it is of the form that gives way to no other. */
function isPlain(before: string, piece: string, sections: readonly ToolSection[]): boolean {
  const main = mainSection(sections)
  const hits = findMarkers(before, sections)
  if (!main || !isIn(main, hits.at(-1))) return false
  const sure = hits.find(({ start, end }) => before.slice(start, end).includes('【'))
  const whole = `${before}\n${piece}`
  const wrap = Math.min(...[whole.search(/`{3}|~{3}/u), whole.search(objectStart)].filter((at) => at >= 0))
  return wrap > (sure?.start ?? whole.length)
}
