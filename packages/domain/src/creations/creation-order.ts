import type { CreationSort } from '@mozhou/contracts/creations/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { Page } from '@mozhou/contracts/page'
import { Prisma } from '@mozhou/db/client'
import { lastInstant } from '../paging.ts'

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
  /** What the column can hold; beyond it the database would refuse. */
  mostKey: number
  toValue(key: number): Prisma.Sql
}

const instant = (key: number) => Prisma.sql`${new Date(key)}`
const lastInt = 2_147_483_647
const created = {
  column: Prisma.sql`c.created_at`,
  keyOf: (row: Sorted) => row.createdAt.getTime(),
  toValue: instant,
  mostKey: lastInstant,
}

/** Each is read off an index of its own, forwards or backwards. */
const orders: Record<CreationSort, Order> = {
  newest: { ...created, isAscending: false },
  oldest: { ...created, isAscending: true },
  updated: {
    column: Prisma.sql`c.updated_at`,
    isAscending: false,
    keyOf: (row) => row.updatedAt.getTime(),
    toValue: instant,
    mostKey: lastInstant,
  },
  longest: {
    column: Prisma.sql`c.word_count`,
    isAscending: false,
    keyOf: (row) => row.wordCount,
    toValue: (key) => Prisma.sql`${key}::int`,
    mostKey: lastInt,
  },
}

export function orderOf(sort: CreationSort): Prisma.Sql {
  const { column, isAscending } = orders[sort]
  return isAscending ? Prisma.sql`${column}, c.id` : Prisma.sql`${column} DESC, c.id DESC`
}

/**
 * Rows strictly after the cursor in that order. @throws AppError VALIDATION_FAILED for a cursor that no list of that order gave out: a
 * length is no instant, and a place in one order is none in another.
 */
export function afterPlace(sort: CreationSort, cursor: string | null | undefined): Prisma.Sql[] {
  if (cursor === null || cursor === undefined) return []
  const { key, id } = decodePlace(sort, cursor)
  const { column, isAscending, toValue } = orders[sort]
  const place = Prisma.sql`(${toValue(key)}, ${id}::uuid)`
  return [isAscending ? Prisma.sql`(${column}, c.id) > ${place}` : Prisma.sql`(${column}, c.id) < ${place}`]
}

export function toSortedPage<Row extends Sorted, T>(
  rows: readonly Row[],
  input: { limit: number; sort: CreationSort },
  toDto: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const nextCursor = rows.length > input.limit && last ? encodePlace(input.sort, last) : null
  return { items: shown.map(toDto), nextCursor }
}

function encodePlace(sort: CreationSort, row: Sorted): string {
  return Buffer.from(`${sort}.${orders[sort].keyOf(row)}.${row.id}`).toString('base64url')
}

function decodePlace(sort: CreationSort, cursor: string): { key: number; id: string } {
  const match = /^([a-z]+)\.(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  const [, from, key, id] = match ?? []
  const isPlace = from === sort && key !== undefined && id !== undefined && Number(key) <= orders[sort].mostKey
  if (!isPlace) throw new AppError('VALIDATION_FAILED', { field: 'cursor', rule: 'cursor' })
  return { key: Number(key), id }
}
