import { columnsNamed, isCount, isSpoken } from './columns.ts'
import { isOnlyNumber, readNumber, spanOf, startOf } from './read-number.ts'
import { isObject, textOf } from './text-of.ts'
import type { ResultRow, TableColumn } from './section.ts'

export interface ReadTable {
  rows: ResultRow[]
  /** What is no part of a table. */
  rest: string
}

/** What stands in one place of a row: under a heading, behind a name, or neither. */
interface Cell {
  name: string
  column: TableColumn | null
  text: string
}

interface Heading {
  name: string
  column: TableColumn | null
}

/**
 * Reads rows as models write them: a Markdown table with or without its header, its rule and its outer bars, or blocks of `场景：…` lines,
 * a block a row. What fits neither comes back as `rest`, and what a row has no column for stands named in its nearest text: nothing is lost.
 */
export function readTable(text: string, columns: readonly TableColumn[]): ReadTable {
  const rows: Cell[][] = []
  const rest: string[] = []
  let headings = unnamed(columns)
  let block: { name: string; text: string }[] = []
  const endBlock = () => {
    if (block.length > 0) rows.push(namedCells(block, columns))
    block = []
  }
  const lines = text.split('\n')
  lines.forEach((line, at) => {
    const cells = cellsOf(line, columns.length)
    const pair = cells ? null : pairOf(line, columns, block.length > 0)
    if (cells) {
      endBlock()
      if (isRule(cells)) return
      const header = headerOf(cells, columns, isRule(cellsOf(lines[at + 1] ?? '', columns.length) ?? ['文']))
      if (header) headings = header
      else rows.push(placed(cells, headings))
    } else if (pair) {
      if (block.some(({ name }) => name === pair.name)) endBlock()
      block.push(pair)
    } else {
      if (isDivider(line)) endBlock()
      else rest.push(line)
    }
  })
  endBlock()
  return { rows: rowsOf(rows, columns), rest: rest.join('\n').trim() }
}

/** Rows out of a JSON list of objects or lists. */
export function rowsOfJson(value: unknown, columns: readonly TableColumn[]): ResultRow[] {
  if (!Array.isArray(value)) return []
  const rows = value.map((item: unknown) => {
    if (!isObject(item))
      return placed(
        (Array.isArray(item) ? item : [item]).map((cell) => textOf(cell)),
        unnamed(columns),
      )
    return namedCells(
      Object.entries(item).map(([name, inner]) => ({ name, text: textOf(inner).trim() })),
      columns,
    )
  })
  return rowsOf(rows, columns)
}

const unnamed = (columns: readonly TableColumn[]): Heading[] => columns.map((column) => ({ name: '', column }))

function namedCells(pairs: readonly { name: string; text: string }[], columns: readonly TableColumn[]): Cell[] {
  const found = columnsNamed(
    pairs.map(({ name }) => name),
    columns,
  )
  return pairs.map((pair, at) => ({ ...pair, column: found[at] ?? null }))
}

/** Cells under their headings; without a header, a number more than there are columns counts the rows. */
function placed(cells: readonly string[], headings: readonly Heading[]): Cell[] {
  const isCounted = cells.length > headings.length && isCount('#', cells[0] ?? '') && headings[0]?.name === ''
  const under = isCounted ? [{ name: '#', column: null }, ...headings] : headings
  return cells.map((text, at) => ({ name: '', column: null, ...under[at], text: text.trim() }))
}

function rowsOf(rows: readonly (readonly Cell[])[], columns: readonly TableColumn[]): ResultRow[] {
  const read = rows.map((cells) => rowOf(cells, columns))
  for (const column of columns.filter(({ as }) => as === 'number')) {
    const texts = rows.map((cells) => textIn(cells, column))
    const lapses = lapsesOf(texts) ?? lapsesBetween(texts.map(startOf))
    lapses?.forEach((seconds, at) => {
      const row = read[at]
      if (row) row[column.field] = seconds
    })
  }
  return read
}

const textIn = (cells: readonly Cell[], column: TableColumn) => cells.find((cell) => cell.column === column)?.text ?? ''

/**
 * `0-3`, `3-8`, `00:08-00:15`, where each begins as the one before ends, or in the second after it (`0-5`, `6-10`): from when to when, not how
 * long. Between them may stand how long. Null for a column that is no timeline.
 */
function lapsesOf(texts: readonly string[]): number[] | null {
  let end = 0
  let spans = 0
  const lapses: number[] = []
  for (const text of texts) {
    const span = spanOf(text)
    const gap = span ? span.from - end : 0
    if (gap !== 0 && !(gap === 1 && spans > 0)) return null
    lapses.push(span ? Math.round((span.to - end) * 10) / 10 : readNumber(text))
    end = span ? span.to : end + readNumber(text)
    spans += span ? 1 : 0
  }
  return spans > 0 ? lapses : null
}

/**
 * `00:00`, `00:05`, `00:12`: when each begins, and so how long but for the last, whose end is not told: 0. Null where the first does not
 * begin at nought, or one not later than the one before.
 */
function lapsesBetween(starts: readonly (number | null)[]): number[] | null {
  const lapses = starts.map((start, at) => (start === null ? null : (starts[at + 1] ?? start) - start))
  const isRising = lapses.every((lapse, at) => lapse !== null && (lapse > 0 || at === lapses.length - 1))
  return starts[0] === 0 && starts.length > 1 && isRising ? lapses.map((lapse) => lapse ?? 0) : null
}

function rowOf(cells: readonly Cell[], columns: readonly TableColumn[]): ResultRow {
  const row: ResultRow = Object.fromEntries(columns.map(({ field, as }) => [field, as === 'number' ? 0 : '']))
  const remarks: { host: TableColumn; text: string }[] = []
  cells.forEach(({ name, column, text }, at) => {
    if (text === '' || (isCount(name, text) && column?.as !== 'number')) return
    if (column?.as === 'text') row[column.field] = text
    if (column?.as === 'number') row[column.field] = readNumber(text)
    const host = hostOf(cells, at, columns)
    const said = column ? column.label.zh : name
    const isHeld = column?.as === 'text' || (column?.as === 'number' && isOnlyNumber(text))
    if (host && !isHeld) remarks.push({ host, text: said === '' ? text : `${said}：${text}` })
  })
  for (const { host, text } of remarks) row[host.field] = beside(row[host.field], text)
  return row
}

const beside = (before: string | number | undefined, text: string) =>
  before === '' || before === undefined ? text : `${before}（${text}）`

/** The text nearest to a place in a row, the one before it first. */
function hostOf(cells: readonly Cell[], at: number, columns: readonly TableColumn[]): TableColumn | undefined {
  const near = [...cells.slice(0, at).toReversed(), ...cells.slice(at)].flatMap(({ column }) => column ?? [])
  const texts = [...near, ...columns].filter(({ as }) => as === 'text')
  return texts.find((column) => !isSpoken(column)) ?? texts[0]
}

/** Between bars, of either width; the outer bars may be missing where there are as many as columns need. */
function cellsOf(line: string, width: number): string[] | null {
  const text = line.trim()
  for (const bar of ['|', '｜']) {
    const parts = text.split(bar === '|' ? /(?<!\\)\|/u : bar)
    const isOpen = text.startsWith(bar)
    if (!isOpen && (parts.length < Math.max(2, width) || /^(?:[-*#]\s|\D{1,20}[:：])/u.test(text))) continue
    const inner = parts.slice(isOpen ? 1 : 0, parts.length > 2 && parts.at(-1)?.trim() === '' ? -1 : undefined)
    return inner.map((cell) =>
      cell
        .trim()
        .replaceAll('\\|', '|')
        .replaceAll(/<br\s*\/?>/giu, '\n'),
    )
  }
  return null
}

const isRule = (cells: readonly string[]) => cells.every((cell) => /^:?-*:?$/u.test(cell))

/** The headings of a header row; null when this is a row: most columns must be named, or one where a rule follows. */
function headerOf(cells: readonly string[], columns: readonly TableColumn[], isRuled: boolean): Heading[] | null {
  const found = columnsNamed(cells, columns)
  const named = found.filter((column) => column !== null).length
  const isHeader = named * 2 > columns.length || (isRuled && named > 0)
  return isHeader
    ? cells.map((name, at) => ({ name: name === '' && at === 0 ? '#' : name, column: found[at] ?? null }))
    : null
}

/** `**场景**：厨房`; inside a block any short name, which stays with its row. */
function pairOf(line: string, columns: readonly TableColumn[], isInBlock: boolean) {
  const match = /^[ \t]*(?:[-*•][ \t]+)?(?:\*\*)?([^:：|*]{1,20}?)(?:\*\*)?[ \t]*[:：](?:\*\*)?[ \t]*(.*)$/u.exec(line)
  const name = match?.[1] ?? ''
  const isNamed = columnsNamed([name], columns)[0] !== null || (isInBlock && Array.from(name).length <= 4)
  return match && isNamed && !isDivider(`${name}：`) ? { name, text: (match[2] ?? '').trim() } : null
}

/** `### 镜头 1`, `第二条`, `3.`, `---` or nothing: stands between blocks. */
const isDivider = (line: string) =>
  /^[\s#*\-_]*(?:(?:镜头|分镜|shot|scene|第)?\s*[\d一二三四五六七八九十]*\s*[条个镜版行步项]?)?[\s:：.、*]*$/iu.test(
    line,
  )
