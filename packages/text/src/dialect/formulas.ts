import type { MarkdownIt, StateBlock } from 'markdown-it'
import { Finder } from './finder.ts'
import { firstOf } from './first-character.ts'
import type { InlineState } from './inline-state.ts'

/** Longest formula within a line, in characters; what is longer is text, and costs no search. */
const longest = 1_000
const triesPerDollar = 4
/** Of a formula with lines of its own; beyond them no end is looked for. */
const mostLines = 200
const chinese = /[\p{Script=Han}\uff00-\uffef]/u

/** Formulas in TeX between `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, kept to the letter. */
export function formulas(markdown: MarkdownIt): void {
  markdown.block.ruler.before('paragraph', 'formula', blockRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
}

interface Span {
  source: string
  formula: string
  isDisplay: boolean
}

export function formulaRule(state: InlineState, silent: boolean): boolean {
  const span = formulaAt(state, state.pos)
  if (!span) return false
  if (!silent) {
    const token = state.push('formula', '', 0)
    token.content = span.source
    token.meta = { formula: span.formula, isDisplay: span.isDisplay }
  }
  state.pos += span.source.length
  return true
}

const pairs = [
  { open: '$$', close: '$$', isDisplay: true },
  { open: '\\[', close: '\\]', isDisplay: true },
  { open: '\\(', close: '\\)', isDisplay: false },
] as const
type Pair = (typeof pairs)[number]

interface Opening {
  start: number
  last: number
  at: number
}

/** Where formulas are looked for. */
interface Place {
  src: string
  posMax: number
  nextOf(mark: string, from: number): number
}

export function formulaAt(place: Place, pos: number): Span | null {
  const { src } = place
  const limit = Math.min(place.posMax, pos + longest)
  for (const { open, close, isDisplay } of pairs) {
    if (!src.startsWith(open, pos)) continue
    const end = place.nextOf(close, pos + open.length)
    if (end < 0 || end + close.length > limit) continue
    const formula = src.slice(pos + open.length, end)
    if (isFormula(formula, open)) return { source: src.slice(pos, end + close.length), formula, isDisplay }
  }
  return src.charAt(pos) === '$' ? betweenDollars(src.slice(pos, limit)) : null
}

/** `\[1\]` is also how a bracket of plain text is written, but not with a space on either side. */
const isFormula = (formula: string, open: string) =>
  formula.trim() !== '' && (open !== '\\[' || /[\\^_={}<>+*/-]|^\s[^]*\s$/.test(formula))

/** Dollars also stand before prices: a formula touches both of its own, no digit follows it unless it plainly is one, and Chinese in it
 * stands in a command. */
function betweenDollars(text: string): Span | null {
  if (!/^\$[^\s$]/.test(text)) return null
  let end = 1
  for (let tries = 0; tries < triesPerDollar; tries += 1) {
    end = text.indexOf('$', end + 1)
    if (end < 0) return null
    const formula = text.slice(1, end)
    const after = text.charAt(end + 1)
    if (/[\s\\]$/.test(formula) || (/[0-9$]/.test(after) && !/[\\^_={}]/.test(formula))) continue
    if (chinese.test(formula) && !formula.includes('\\')) return null
    return { source: text.slice(0, end + 1), formula, isDisplay: false }
  }
  return null
}

/** A formula with lines of its own. */
function blockRule(state: StateBlock, start: number, last: number, silent: boolean): boolean {
  const at = firstOf(state, start)
  const pair = pairs.find(({ open, isDisplay }) => isDisplay && state.src.startsWith(open, at))
  if (!pair) return false
  const end = closingLine(state, pair, { start, last, at })
  if (end < 0) return false
  if (silent) return true
  const source = state.getLines(start, end + 1, state.blkIndent, false).trim()
  const token = state.push('formula_block', '', 0)
  token.content = source
  token.meta = { formula: source.slice(pair.open.length, -pair.close.length).trim() }
  token.map = [start, end + 1]
  state.line = end + 1
  return true
}

const finders = new WeakMap<StateBlock, Finder>()

/** The line that ends with the closing mark, if none before it is empty or holds one. */
function closingLine(state: StateBlock, { open, close }: Pair, { start, last, at }: Opening): number {
  const finder = finders.get(state) ?? new Finder(state.src)
  finders.set(state, finder)
  const inside = at + open.length
  const closeAt = finder.nextOf(close, inside)
  const limit = Math.min(last, start + mostLines)
  if (closeAt < 0 || closeAt >= (state.eMarks[limit - 1] ?? 0)) return -1
  let line = start
  while (line < limit && closeAt >= (state.eMarks[line] ?? 0)) {
    line += 1
    if (firstOf(state, line) >= (state.eMarks[line] ?? 0)) return -1
  }
  const from = line === start ? inside : firstOf(state, line)
  return state.src.slice(from, state.eMarks[line]).trimEnd().endsWith(close) ? line : -1
}
