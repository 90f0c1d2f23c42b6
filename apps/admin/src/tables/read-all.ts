import { toCsv } from '@mozhou/contracts/csv'
import type { FileDto } from '@mozhou/contracts/answers'
import type { Page } from '@mozhou/contracts/page'
import type { Column } from '@mozhou/ui/components/data-table.tsx'

/** As the server's own files. */
const maxRows = 50_000
/** Of one reading; what a list on the screen asks for is a fraction of it. */
export const exportPageRows = 1_000

export type ReadPage<Row> = (cursor: string | null, limit: number) => Promise<Page<Row>>

/** Every row of a list under its filters, to the bound, newest first. */
async function readAll<Row>(read: ReadPage<Row>): Promise<{ rows: Row[]; isTruncated: boolean }> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page = await read(cursor, exportPageRows)
    rows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null && rows.length < maxRows)
  return { rows: rows.slice(0, maxRows), isTruncated: cursor !== null || rows.length > maxRows }
}

/** A list as a file for spreadsheets, in the words of its columns. */
export async function tableFile<Row>(
  name: string,
  columns: readonly Column<Row>[],
  read: ReadPage<Row>,
): Promise<FileDto> {
  const { rows, isTruncated } = await readAll(read)
  const told = columns.flatMap(({ header, text }) => (text ? [{ header, text }] : []))
  const cells = rows.map((row) => told.map(({ text }) => text(row)))
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return {
    name: `mozhou-${name}-${day}.csv`,
    mediaType: 'text/csv',
    text: toCsv([told.map(({ header }) => header), ...cells]),
    isTruncated,
  }
}

/** For a list that is here whole. */
export function wholePage<Row>(rows: readonly Row[]): ReadPage<Row> {
  return () => Promise.resolve({ items: [...rows], nextCursor: null })
}

/** `2026-11-24 09:00:00`, which spreadsheets take for a time. */
export function beijingTime(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
