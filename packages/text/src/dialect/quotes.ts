import MarkdownIt from 'markdown-it'
import type { MarkdownIt as Parser, StateBlock } from 'markdown-it'

const library = new MarkdownIt().block.ruler
library.enableOnly('blockquote')
const [quote] = library.getRules('')

/**
 * Lines without a mark that a quote goes over: CommonMark has no bound, so that each of many short quotes looked through all the lines
 * behind it. What stands beyond is a paragraph of its own.
 */
const mostUnmarked = [2, 32]
const mostUnmarkedWithin = [8]

/** The library's quotes, asked for no more lines than they may hold. */
export function quotes(markdown: Parser): void {
  markdown.block.ruler.at('blockquote', rule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
}

function rule(state: StateBlock, start: number, last: number, silent: boolean): boolean {
  if (!quote?.(state, start, last, true)) return false
  if (silent) return true
  const before = state.tokens.length
  // Few are tried first: most quotes end there, and what lies behind is not looked through.
  for (const unmarked of state.level > 0 ? mostUnmarkedWithin : mostUnmarked) {
    state.tokens.length = before
    const end = endOf(state, { start, last, unmarked })
    readUpTo(state, start, end, last)
    if (state.line < end || end === last) break
  }
  return true
}

function readUpTo(state: StateBlock, start: number, end: number, last: number) {
  const { lineMax } = state
  if (end < last) state.lineMax = end
  quote?.(state, start, end, false)
  state.lineMax = lineMax
}

const isMarked = ({ src, bMarks, tShift }: StateBlock, line: number) =>
  src.charAt((bMarks[line] ?? 0) + (tShift[line] ?? 0)) === '>'

interface Lines {
  start: number
  last: number
  unmarked: number
}

function endOf(state: StateBlock, { start, last, unmarked }: Lines): number {
  let left = unmarked
  for (let line = start; line < last && !state.isEmpty(line); line += 1) {
    if (!isMarked(state, line)) left -= 1
    if (left < 0) return line
  }
  return last
}
