import type { MarkdownIt, StateBlock } from 'markdown-it'
import { Finder } from './finder.ts'
import { firstCharacter } from './first-character.ts'
import { formulaAt } from './formulas.ts'

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

/** `\|` is a bar in a cell, and so is one in a formula (`$P(A|B)$`). */
function cellsOf(line: string): string[] {
  const cells = ['']
  const formulaLength = lengthsIn(line)
  for (let at = 0; at < line.length;) {
    const length = formulaLength(at) || (line.startsWith('\\|', at) ? 2 : 1)
    const piece = line.slice(at, at + length)
    if (piece === '|' && cells.length <= mostColumns) cells.push('')
    else cells[cells.length - 1] += length > 1 ? piece.replaceAll('\\|', '|') : piece
    at += length
  }
  if (cells[0]?.trim() === '') cells.shift()
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((cell) => cell.trim())
}

/** How long the formula is that begins at a place of a row; 0 where none does. */
function lengthsIn(src: string): (at: number) => number {
  const finder = new Finder(src)
  const place = { src, posMax: src.length, nextOf: (mark: string, from: number) => finder.nextOf(mark, from) }
  return (at) => {
    const span = '$\\'.includes(src.charAt(at)) ? formulaAt(place, at) : null
    if (!span) return 0
    const { source } = span
    const isOne = !source.includes('|') || (isPlain(source) && !/\w/.test(src.charAt(at + source.length)))
    return isOne ? source.length : 0
  }
}

/** Bars of TeX, of an amount (`|x|`) or between brackets; others part the cells of two prices. */
const isPlain = (source: string) =>
  !/[\p{Script=Han}]/u.test(source) && /[\\^_={}]|^\$\|[^|]+\||\([^()]*\|[^()]*\)/u.test(source)
