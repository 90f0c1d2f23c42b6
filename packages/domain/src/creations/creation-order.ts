import type { CreationSort } from '@mozhou/contracts/creation-library'
import { AppError } from '@mozhou/contracts/errors'
import type { Page } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import { decodeCursor, encodeCursor } from '../paging.ts'

interface Sorted {
  id: string
  createdAt: Date
  updatedAt: Date
  wordCount: number
}

interface Order {
  column: Prisma.Sql
  isAscending: boolean
  /** Instants by their milliseconds. */
  keyOf(row: Sorted): number
  toValue(key: number): Prisma.Sql
}

/** What a column of whole numbers can be held against; the milliseconds of an instant are beyond it. */
const largestInt = 2_147_483_647

const instant = (key: number) => Prisma.sql`${new Date(key)}`
const created = { column: Prisma.sql`c.created_at`, keyOf: (row: Sorted) => row.createdAt.getTime(), toValue: instant }

/** Each is read off an index of its own, forwards or backwards. */
const orders: Record<CreationSort, Order> = {
  newest: { ...created, isAscending: false },
  oldest: { ...created, isAscending: true },
  updated: {
    column: Prisma.sql`c.updated_at`,
    isAscending: false,
    keyOf: (row) => row.updatedAt.getTime(),
    toValue: instant,
  },
  longest: {
    column: Prisma.sql`c.word_count`,
    isAscending: false,
    keyOf: (row) => row.wordCount,
    toValue: (key) => Prisma.sql`${key}::int`,
  },
}

export function orderOf(sort: CreationSort): Prisma.Sql {
  const { column, isAscending } = orders[sort]
  return isAscending ? Prisma.sql`${column}, c.id` : Prisma.sql`${column} DESC, c.id DESC`
}

/** Rows strictly after the cursor in that order. @throws AppError VALIDATION_FAILED for a cursor that no list gave out. */
export function afterPlace(sort: CreationSort, cursor: string | null | undefined): Prisma.Sql[] {
  if (cursor === null || cursor === undefined) return []
  const { createdAt: key, id } = decodeCursor(cursor)
  const { column, isAscending, toValue } = orders[sort]
  // A cursor of the list in another order.
  if (sort === 'longest' && key.getTime() > largestInt)
    throw new AppError('VALIDATION_FAILED', { field: 'cursor', rule: 'cursor' })
  const place = Prisma.sql`(${toValue(key.getTime())}, ${id}::uuid)`
  return [isAscending ? Prisma.sql`(${column}, c.id) > ${place}` : Prisma.sql`(${column}, c.id) < ${place}`]
}

export function toSortedPage<Row extends Sorted, T>(
  rows: readonly Row[],
  input: { limit: number; sort: CreationSort },
  toDto: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const key = last ? orders[input.sort].keyOf(last) : 0
  const nextCursor = rows.length > input.limit && last ? encodeCursor({ createdAt: new Date(key), id: last.id }) : null
  return { items: shown.map(toDto), nextCursor }
}
