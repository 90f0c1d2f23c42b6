import type { SameHours } from '@mozhou/contracts/overview/answers'
import { Prisma } from '@mozhou/db/client'
import { dayOf, dayStart } from '../shanghai-day.ts'

interface Stretch {
  /** Included. */
  from: Date
  /** Not included. */
  to: Date
}

const dayMs = 86_400_000

/** The day in Shanghai so far, and as many hours of the day before and of the same weekday last week. */
function sameHours(now: Date): Record<keyof SameHours, Stretch> {
  const today = dayOf(now)
  const before = (days: number): Stretch => ({
    from: dayStart(today, -days),
    to: new Date(now.getTime() - days * dayMs),
  })
  return { today: before(0), yesterday: before(1), lastWeek: before(7) }
}

/** One figure over the three stretches in one statement; `figure` is what is asked of one, as a scalar query. */
export function overSameHours(
  now: Date,
  figure: (between: (column: Prisma.Sql) => Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
  const { today, yesterday, lastWeek } = sameHours(now)
  const of = ({ from, to }: Stretch) =>
    figure(
      (column) =>
        Prisma.sql`${column} >= ${from.toISOString()}::timestamptz AND ${column} < ${to.toISOString()}::timestamptz`,
    )
  return Prisma.sql`SELECT (${of(today)}) AS today, (${of(yesterday)}) AS yesterday, (${of(lastWeek)}) AS "lastWeek"`
}
