import type { ResultRow, TableColumn } from './tool.ts'

export interface ReadTable {
  rows: ResultRow[]
  /** What is no part of a table. */
  rest: string
}

/**
 * Reads rows as models write them: a Markdown table with or without its header and rule, or blocks of `场景：…` lines, a block a row.
 * What fits neither comes back as `rest`, so that no text is lost.
 */
export function readTable(text: string, columns: readonly TableColumn[]): ReadTable {
  const rows: ResultRow[] = []
  const rest: string[] = []
  let order: (TableColumn | null)[] = [...columns]
  let block: ResultRow | null = null
  for (const line of text.split('\n')) {
    const cells = cellsOf(line)
    if (cells) {
      block = null
      if (isRule(cells)) continue
      const header = headerOf(cells, columns)
      if (header) order = header
      else rows.push(rowOf(cells, order, columns))
      continue
    }
    const pair = pairOf(line, columns)
    if (pair) {
      if (!block || isFilled(block[pair.column.field])) {
        block = emptyRow(columns)
        rows.push(block)
      }
      block[pair.column.field] = valueOf(pair.text, pair.column)
    } else if (isDivider(line)) block = null
    else rest.push(line)
  }
  return { rows, rest: rest.join('\n').trim() }
}

/** Rows out of a JSON list of objects or lists. */
export function rowsOfJson(value: unknown, columns: readonly TableColumn[]): ResultRow[] {
  if (!Array.isArray(value)) return []
  return value.map((item: unknown) => {
    if (Array.isArray(item)) return rowOf(item.map(String), columns, columns)
    if (typeof item !== 'object' || item === null) return rowOf([String(item)], columns, columns)
    const row = emptyRow(columns)
    for (const [key, inner] of Object.entries(item)) {
      const column = columns.find((one) => namesOf(one).includes(plain(key)))
      const text = typeof inner === 'string' ? inner : JSON.stringify(inner)
      if (column) row[column.field] = valueOf(text, column)
    }
    return row
  })
}

/** `约 1.5 秒` → 1.5, `十二` → 12; 0 where no number is. */
export function readNumber(text: string): number {
  const digits = /\d+(?:\.\d+)?/u.exec(text.replaceAll(/(\d),(?=\d{3})/gu, '$1'))
  if (digits) return Number(digits[0])
  const [chinese = ''] = /[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/u.exec(text) ?? []
  const [tens = '', ones = ''] = chinese.includes('十') ? chinese.split('十') : ['零', chinese]
  const value = (character: string) => '一二三四五六七八九'.indexOf(character) + 1
  return (tens === '' ? 1 : value(tens)) * 10 * Number(chinese !== '') + (ones === '' ? 0 : value(ones))
}

const emptyRow = (columns: readonly TableColumn[]): ResultRow =>
  Object.fromEntries(columns.map(({ field, as }) => [field, as === 'number' ? 0 : '']))

const isFilled = (value: string | number | undefined) => value !== '' && value !== 0 && value !== undefined

const plain = (text: string) => text.replaceAll(/[*`#\s]|[（(].*?[）)]/gu, '').toLowerCase()

const namesOf = ({ field, heading, label }: TableColumn) => [heading, label.zh, label.en, field].map(plain)

function cellsOf(line: string): string[] | null {
  const text = line.trim()
  if (!text.startsWith('|')) return null
  const inner = text.slice(1).replace(/(?<!\\)\|$/u, '')
  return inner.split(/(?<!\\)\|/u).map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replaceAll(/<br\s*\/?>/giu, '\n'),
  )
}

const isRule = (cells: readonly string[]) => cells.every((cell) => /^:?-*:?$/u.test(cell))

/** The columns in the order of a header row, null for those unknown; null when this is no header. */
function headerOf(cells: readonly string[], columns: readonly TableColumn[]): (TableColumn | null)[] | null {
  const found = cells.map((cell) => columns.find((column) => namesOf(column).includes(plain(cell))) ?? null)
  return found.filter((column) => column !== null).length * 2 > columns.length ? found : null
}

function rowOf(
  cells: readonly string[],
  order: readonly (TableColumn | null)[],
  columns: readonly TableColumn[],
): ResultRow {
  const row = emptyRow(columns)
  const spare = columns.findLast(({ as }) => as === 'text')
  cells.forEach((cell, index) => {
    const column = order[index]
    if (column) row[column.field] = valueOf(cell, column)
    // A number in a column nobody asked for counts the rows; words are kept.
    else if (spare && cell !== '' && !/^[\d.#第镜号]+$/u.test(cell))
      row[spare.field] = [row[spare.field], cell].filter(isFilled).join(' ')
  })
  return row
}

const valueOf = (text: string, { as }: TableColumn) => (as === 'number' ? readNumber(text) : text.trim())

function pairOf(line: string, columns: readonly TableColumn[]): { column: TableColumn; text: string } | null {
  const match = /^[ \t]*(?:[-*•][ \t]+)?(?:\*\*)?([^:：|*]{1,20}?)(?:\*\*)?[ \t]*[:：](?:\*\*)?[ \t]*(.*)$/u.exec(line)
  const column = match && columns.find((one) => namesOf(one).includes(plain(match[1] ?? '')))
  return column ? { column, text: match[2] ?? '' } : null
}

/** `### 镜头 1`, `第二条`, `3.`, `---` or nothing: stands between blocks. */
const isDivider = (line: string) =>
  /^[\s#*\-_]*(?:(?:镜头|分镜|shot|scene|第)?\s*[\d一二三四五六七八九十]*\s*[条个镜版行步项]?)?[\s:：.、*]*$/iu.test(
    line,
  )
