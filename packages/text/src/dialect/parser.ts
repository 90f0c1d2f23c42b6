import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser, StateBlock, StateInline } from 'markdown-it'
import { bareAddresses, isAddress } from './addresses.ts'
import { isDigit } from './characters.ts'
import { firstCharacter } from './first-character.ts'
import { FlankingState } from './flanking-state.ts'
import { formulas } from './formulas.ts'
import { unspacedHeadings } from './headings.ts'
import { tables } from './tables.ts'

/** Quotes and lists stand in each other this deep; further marks are text, where the library would drop what they hold. */
const deepest = 32

/**
 * Markdown as Chinese prose is written. What differs from CommonMark is said at each rule; indented code and underlined headings
 * are left out, since an indented paragraph and a line of dashes below one are what they look like; definitions of links stay in.
 */
export function createParser(): Parser {
  const markdown = new MarkdownIt({ html: false, breaks: true, linkify: false, maxNesting: deepest * 4 })
  markdown.disable(['code', 'lheading', 'linkify', 'strip_references'])
  markdown.validateLink = isAddress
  markdown.inline.State = FlankingState
  formulas(markdown)
  bareAddresses(markdown)
  unspacedHeadings(markdown)
  tables(markdown)
  markdown.inline.ruler.before('autolink', 'line_break', lineBreak)
  markdown.block.ruler.before('table', 'plain', plainParagraph)
  return markdown
}

/**
 * What begins like another block and is a paragraph: a year, a number that a list would change (`01.`), an ornament (`~~~分割线~~~`), and
 * whatever stands too deep.
 */
function plainParagraph(state: StateBlock, start: number, last: number, silent: boolean): boolean {
  if (silent) return false
  const first = firstCharacter(state, start)
  const looksElse = (isDigit(first) || first === '~') && notItsBlock.test(lineAt(state, start))
  if (!looksElse && state.level < deepest) return false
  return state.md.block.ruler.getRules('').at(-1)?.(state, start, last, silent) ?? false
}

const notItsBlock = /^\s*(?:(?:\d{4,}|0\d+)[.)]|~{3,}[^~\n]*~)/
const lineAt = (state: StateBlock, line: number) => state.getLines(line, line + 1, state.blkIndent, false)

/** `<br>`, the one tag that models write in cells of tables; every other stays the text it is. */
function lineBreak(state: StateInline, silent: boolean): boolean {
  const match = /^<br\s{0,3}\/?>/i.exec(state.src.slice(state.pos, state.pos + 9))
  if (!match) return false
  if (!silent) state.push('hardbreak', 'br', 0)
  state.pos += match[0].length
  return true
}
