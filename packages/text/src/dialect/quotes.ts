import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser, StateBlock } from 'markdown-it'

const library = new MarkdownIt().block.ruler
library.enableOnly('blockquote')
const [quote] = library.getRules('')

/**
 * Lines without a mark that a quote goes over: CommonMark has no bound, so that each of many short quotes looked through all the lines
 * behind it. What stands beyond is a paragraph of its own.
 */
const mostUnmarked = 32
const mostUnmarkedWithin = 8

/** The library's quotes, asked for no more lines than they may hold. */
export function quotes(markdown: Parser): void {
  markdown.block.ruler.at('blockquote', rule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
}

function rule(state: StateBlock, start: number, last: number, silent: boolean): boolean {
  if (!quote || !isMarked(state, start)) return false
  if (silent) return quote(state, start, last, true)
  const { lineMax } = state
  const end = endOf(state, start, last)
  if (end < last) state.lineMax = end
  const isQuote = quote(state, start, end, false)
  state.lineMax = lineMax
  return isQuote
}

const isMarked = ({ src, bMarks, tShift }: StateBlock, line: number) =>
  src.charAt((bMarks[line] ?? 0) + (tShift[line] ?? 0)) === '>'

function endOf(state: StateBlock, start: number, last: number): number {
  let unmarked = state.level > 0 ? mostUnmarkedWithin : mostUnmarked
  let line = start
  for (; line < last && !state.isEmpty(line); line += 1) {
    if (!isMarked(state, line)) unmarked -= 1
    if (unmarked < 0) return line
  }
  return last
}
