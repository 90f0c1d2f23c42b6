import { columnCount, filledRow, plainInlines, text } from '@mozhou/text/blocks'
import type { Block, Inline, Table } from '@mozhou/text/blocks'

/** A table as a list of its rows, each value behind the head of its column: `选题｜过去：2 小时｜现在：20 分钟`. */
export function tableAsRows(table: Table): Block {
  const columns = columnCount(table)
  const heads = filledRow(table.header, columns)
  const rows = table.rows.length === 0 ? [] : table.rows
  if (rows.length === 0) return { kind: 'paragraph', inlines: joined(heads) }
  return {
    kind: 'list',
    isOrdered: false,
    start: 1,
    items: rows.map((row) => [{ kind: 'paragraph', inlines: joined(filledRow(row, columns).map(withHead(heads))) }]),
  }
}

const withHead =
  (heads: readonly Inline[][]) =>
  (cell: Inline[], at: number): Inline[] => {
    const head = heads[at] ?? []
    if (plainInlines(head).trim() === '') return cell
    return at === 0 ? [...head, text('：'), { kind: 'strong', inlines: cell }] : [...head, text('：'), ...cell]
  }

const joined = (cells: readonly Inline[][]): Inline[] =>
  cells.filter((cell) => cell.length > 0).flatMap((cell, at) => (at === 0 ? cell : [text('｜'), ...cell]))

type List = Extract<Block, { kind: 'list' }>

/**
 * A list for editors that let an inner list stand only at its item's end: what an item says behind one stands behind the list, which then
 * goes on with its numbers. So everything keeps its order.
 */
export function unfoldList(list: List): Block[] {
  const unfolded: Block[] = []
  let items: Block[][] = []
  let start = list.start
  list.items.forEach((item, at) => {
    const inner = item.findIndex(({ kind }) => kind === 'list')
    const behind = inner < 0 ? -1 : item.findIndex(({ kind }, place) => place > inner && kind !== 'list')
    items.push(behind < 0 ? item : item.slice(0, behind))
    if (behind < 0) return
    unfolded.push({ ...list, start, items }, ...item.slice(behind))
    items = []
    start = list.start + at + 1
  })
  return items.length === 0 ? unfolded : [...unfolded, { ...list, start, items }]
}

/** Lines of code as text: what is set in by spaces stays so. */
export function codeAsLines(code: string): Inline[] {
  return code
    .split('\n')
    .flatMap((line, at) => [
      ...(at === 0 ? [] : [{ kind: 'break' as const }]),
      text(line.replace(/^[ \t]+/u, (indent) => '\u00a0'.repeat(indent.replaceAll('\t', '  ').length))),
    ])
}

/** Headings in two levels: the highest that a work uses is the first. */
export function levelOf(level: number, highest: number): 2 | 3 {
  return level <= highest ? 2 : 3
}

export function highestHeading(blocks: readonly Block[]): number {
  return blocks.reduce((least, block) => (block.kind === 'heading' ? Math.min(least, block.level) : least), 6)
}

export const labelBlock = (label: string): Block => ({ kind: 'paragraph', inlines: [text(label)] })
