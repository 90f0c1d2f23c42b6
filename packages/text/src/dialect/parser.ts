import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser, StateBlock } from 'markdown-it'
import { isAddress, normalizedWhereNeeded } from './addresses.ts'
import { BlockState } from './block-state.ts'
import { isDigit } from './characters.ts'
import { firstCharacter } from './first-character.ts'
import { formulas } from './formulas.ts'
import { unspacedHeadings } from './headings.ts'
import { paragraphs } from './paragraphs.ts'
import { quotes } from './quotes.ts'
import { tables } from './tables.ts'

/** Quotes and lists stand in each other this deep; further marks are text, where the library would drop what they hold. */
const deepest = 32

/**
 * Markdown as Chinese prose is written. What differs from CommonMark is said at each rule; indented code and underlined headings
 * are left out, since an indented paragraph and a line of dashes below one are what they look like; definitions of links stay in.
 */
export function createParser(): Parser {
  const markdown = new MarkdownIt({ html: false, maxNesting: deepest * 4 })
  markdown.disable(['code', 'lheading', 'html_block'])
  markdown.validateLink = isAddress
  markdown.block.State = BlockState
  normalizedWhereNeeded(markdown)
  formulas(markdown)
  unspacedHeadings(markdown)
  quotes(markdown)
  tables(markdown)
  paragraphs(markdown)
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
