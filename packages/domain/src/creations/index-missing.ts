import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { indexStatement } from '../search/index-text.ts'

const batch = 200

interface UnindexedRow {
  creationId: string
  userId: string
  title: string
  result: unknown
}

/** Makes the search row of works that have none: those older than the search itself. */
export async function indexMissing(ctx: DomainContext): Promise<{ indexed: number }> {
  let indexed = 0
  for (;;) {
    const rows = await ctx.prisma.$queryRaw<UnindexedRow[]>`
      SELECT c.id AS "creationId", c.user_id AS "userId", c.title, v.result
      FROM creations c LEFT JOIN creation_versions v ON v.id = c.current_version_id
      WHERE c.purged_at IS NULL AND NOT EXISTS (SELECT 1 FROM creation_search s WHERE s.creation_id = c.id)
      LIMIT ${batch}`
    for (const row of rows) {
      // A version that was stored meanwhile has made the row itself, and newer.
      const still = Prisma.sql`(SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM creation_search WHERE creation_id = ${row.creationId}::uuid)) AS missing`
      await ctx.prisma.$executeRaw(indexStatement(row, still))
    }
    indexed += rows.length
    if (rows.length < batch) return { indexed }
  }
}
