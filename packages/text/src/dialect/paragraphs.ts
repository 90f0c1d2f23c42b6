import type { MarkdownIt, StateBlock } from 'markdown-it'
import { firstCharacter } from './first-character.ts'

/** What another block may begin with; a line that begins otherwise goes on with the paragraph, and no rule is asked. */
const beginnings = new Set('>#`~-+*_0123456789$\\|:')
/** What the second line of a table begins with. */
const tableRules = new Set('|:-')

/** Lines up to an empty one or another block, as one token. */
export function paragraphs(markdown: MarkdownIt): void {
  markdown.block.ruler.at('paragraph', rule)
}

function rule(state: StateBlock, start: number, last: number): boolean {
  const { parentType } = state
  state.parentType = 'paragraph'
  let end = start + 1
  while (end < last && !state.isEmpty(end) && !isInterrupted(state, end, last)) end += 1
  state.parentType = parentType
  state.line = end
  const token = state.push('paragraph', 'p', 0)
  token.content = state.md.utils.asciiTrim(state.getLines(start, end, state.blkIndent, false))
  token.map = [start, end]
  return true
}

function isInterrupted(state: StateBlock, line: number, last: number): boolean {
  const indent = state.sCount[line] ?? 0
  if (indent < 0 || indent - state.blkIndent > 3) return false
  const mayBe =
    beginnings.has(firstCharacter(state, line)) || (line + 1 < last && tableRules.has(firstCharacter(state, line + 1)))
  return mayBe && state.md.block.ruler.getRules('paragraph').some((rule) => rule(state, line, last, true))
}
