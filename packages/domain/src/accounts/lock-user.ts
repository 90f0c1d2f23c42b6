import { Prisma } from '@mozhou/db/client'

/** Requests, edits and deletions of one person wait for each other until commit; a statement of its own, so that the next one sees them. */
export function lockUser(userId: string): Prisma.Sql {
  return Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${userId}, 1))`
}
