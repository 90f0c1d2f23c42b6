import { AppError } from '@mozhou/contracts/errors'
import type { Page } from '@mozhou/contracts/page'

/** Where a page ends: lists are ordered by time and id, newest first. */
export interface Cursor {
  createdAt: Date
  id: string
}

/** The end of the year 9999 in milliseconds: what comes later has no ISO 8601 form that the database takes. */
export const lastInstant = 253_402_300_799_999

/** Rows strictly after the cursor, as a Prisma filter; the bound on createdAt lets the index begin there. */
export function afterCursor(cursor: string | null | undefined) {
  if (cursor === null || cursor === undefined) return {}
  const { createdAt, id } = decodeCursor(cursor)
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] }
}

export const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]

/** Cuts the one row asked for beyond the limit, and makes the cursor of the next page from the last row shown. */
export function toPage<Row extends Cursor, T>(rows: readonly Row[], limit: number, toDto: (row: Row) => T): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(toDto), nextCursor: rows.length > limit && last ? encodeCursor(last) : null }
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.createdAt.getTime()}.${cursor.id}`).toString('base64url')
}

/** @throws AppError VALIDATION_FAILED for a cursor that no list gave out. */
export function decodeCursor(text: string): Cursor {
  const match = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(text, 'base64url').toString(),
  )
  if (!match?.[1] || !match[2] || Number(match[1]) > lastInstant)
    throw new AppError('VALIDATION_FAILED', { field: 'cursor', rule: 'cursor' })
  return { createdAt: new Date(Number(match[1])), id: match[2] }
}
