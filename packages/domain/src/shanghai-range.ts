import { Prisma } from '@mozhou/db/client'
import { dayStart } from './shanghai-day.ts'

interface DayRange {
  /** Days in Shanghai, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** Two bounds beside others: for `AND`. */
export function dayBounds({ from, to }: DayRange): { gte?: Date; lt?: Date } {
  return { ...(from !== undefined && { gte: dayStart(from) }), ...(to !== undefined && { lt: dayStart(to, 1) }) }
}

/** The same as conditions of a statement, each with `AND` before it. */
export function withinDays(column: Prisma.Sql, { from, to }: DayRange): Prisma.Sql {
  const after =
    from === undefined ? Prisma.empty : Prisma.sql` AND ${column} >= ${dayStart(from).toISOString()}::timestamptz`
  const before =
    to === undefined ? Prisma.empty : Prisma.sql` AND ${column} < ${dayStart(to, 1).toISOString()}::timestamptz`
  return Prisma.sql`${after}${before}`
}
