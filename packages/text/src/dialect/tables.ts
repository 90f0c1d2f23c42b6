import type { MarkdownIt, StateBlock } from 'markdown-it'
import { firstCharacter } from './first-character.ts'

const ruleCell = /^:?-+:?$/
/** What is no row below a head that begins with a bar, though it has one. */
const otherBlock = /^(?:[-*+] |\d{1,9}[.)] |>|#{1,6} |```|~~~)/
/** Cells of a row; what stands behind is in the last. Every row is filled up to the widest, so that a wide one costs in all of them. */
const mostColumns = 50

/**
 * GitHub's tables (https://github.github.com/gfm/#tables-extension-), but for what loses text there or leaves a table as lines of bars:
 * a line without `|` ends the table instead of becoming a row, a row may have more cells than the head, and so may the line of rules
 * where both begin with a bar.
 */
export function tables(markdown: MarkdownIt): void {
  markdown.block.ruler.at('table', rule, { alt: ['paragraph', 'reference'] })
}

function rule(state: StateBlock, start: number, last: number, silent: boolean): boolean {
  if (start + 1 >= last || state.sCount[start + 1] === undefined) return false
  if (!'|:-'.includes(firstCharacter(state, start + 1))) return false
  const lineAt = (line: number) => state.getLines(line, line + 1, state.blkIndent, false).trim()
  const ruleLine = lineAt(start + 1)
  if (!/^[|:\-\s]+$/.test(ruleLine) || !ruleLine.includes('-')) return false
  const headLine = lineAt(start)
  if (!headLine.includes('|')) return false
  const head = cellsOf(headLine)
  const marks = cellsOf(ruleLine)
  const isBarred = headLine.startsWith('|') && ruleLine.startsWith('|')
  if ((head.length !== marks.length && !isBarred) || !marks.every((mark) => ruleCell.test(mark))) return false
  if (silent) return true
  let end = start + 2
  const rows = [head]
  for (; end < last; end += 1) {
    const line = lineAt(end)
    if (!line.includes('|') || (state.sCount[end] ?? 0) < state.blkIndent) break
    if (headLine.startsWith('|') && otherBlock.test(line)) break
    rows.push(cellsOf(line))
  }
  const token = state.push('table', 'table', 0)
  token.map = [start, end]
  token.meta = { alignments: marks.map(alignmentOf) }
  for (const row of rows) {
    state.push('row', '', 0)
    for (const cell of row) {
      const inline = state.push('inline', '', 0)
      inline.content = cell
      inline.children = []
    }
  }
  state.push('table_end', 'table', 0)
  state.line = end
  return true
}

function alignmentOf(mark: string): 'left' | 'center' | 'right' | null {
  if (mark.endsWith(':')) return mark.startsWith(':') ? 'center' : 'right'
  return mark.startsWith(':') ? 'left' : null
}

/** `\|` is a bar in a cell. */
function cellsOf(line: string): string[] {
  const cells = ['']
  for (let at = 0; at < line.length; at += 1) {
    const isEscaped = line[at] === '\\' && line[at + 1] === '|'
    if (line[at] === '|' && cells.length <= mostColumns) cells.push('')
    else cells[cells.length - 1] += isEscaped ? '|' : line.charAt(at)
    if (isEscaped) at += 1
  }
  if (cells[0]?.trim() === '') cells.shift()
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((cell) => cell.trim())
}
