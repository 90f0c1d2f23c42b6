import type { Brackets, InlineState } from './inline-state.ts'

interface Target {
  href: string
  /** Behind the last character of the link. */
  end: number
}

/** What the label that opens at `at` leads to: an address in brackets behind it, or a definition elsewhere in the text. */
export function targetOf(state: InlineState, brackets: Brackets, at: number, isImage: boolean): Target | null {
  const labelEnd = brackets.ends[at] ?? -1
  if (labelEnd < 0 || labelEnd >= state.posMax) return null
  const isInline = labelEnd + 1 < state.posMax && state.src.charAt(labelEnd + 1) === '('
  const inline = isInline ? inlineTarget(state, labelEnd + 2) : null
  if (inline || (isInline && isImage)) return inline
  return state.env.references ? definedTarget(state, brackets, at, labelEnd) : null
}

/** `(address "title")`; titles are not shown. */
function inlineTarget(state: InlineState, from: number): Target | null {
  const { src, posMax, md } = state
  const start = skipSpaces(src, from, posMax)
  if (start >= posMax) return null
  const address = md.helpers.parseLinkDestination(src, start, posMax)
  const href = address.ok ? hrefOf(state, address.str) : ''
  const behind = address.ok && href !== '' ? address.pos : start
  const title = skipSpaces(src, behind, posMax)
  const found = title > behind && title < posMax ? md.helpers.parseLinkTitle(src, title, posMax) : null
  const end = found?.ok ? skipSpaces(src, found.pos, posMax) : title
  return end < posMax && src.charAt(end) === ')' ? { href, end: end + 1 } : null
}

function hrefOf({ md }: InlineState, address: string): string {
  // Writing an address out costs much, and changes nothing of how it begins.
  if (!md.validateLink(address)) return ''
  const href = md.normalizeLink(address)
  return md.validateLink(href) ? href : ''
}

/** The longest name of a definition (https://spec.commonmark.org/0.31.2/#link-label). */
const longestName = 999

function definedTarget(state: InlineState, brackets: Brackets, at: number, labelEnd: number): Target | null {
  const second = state.src.charAt(labelEnd + 1) === '[' ? nameEnd(state, labelEnd + 2) : -1
  const isOwn = second < 0 || second === labelEnd + 2
  if (isOwn && brackets.holdsBracket[at] === 1) return null
  const name = isOwn ? state.src.slice(at + 1, labelEnd) : state.src.slice(labelEnd + 2, second)
  if (name.length > longestName) return null
  const href = state.env.references?.[state.md.utils.normalizeReference(name)]?.href
  return href === undefined ? null : { href, end: (second < 0 ? labelEnd : second) + 1 }
}

/** Where the name that begins at `from` ends: before other brackets. */
function nameEnd({ src, posMax }: InlineState, from: number): number {
  for (let at = from; at < posMax && at <= from + longestName; at += 1) {
    const character = src.charAt(at)
    if (character === ']') return at
    if (character === '[') return -1
    if (character === '\\') at += 1
  }
  return -1
}

function skipSpaces(src: string, from: number, end: number): number {
  let at = from
  while (at < end && ' \t\n'.includes(src.charAt(at))) at += 1
  return at
}
