import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { indexStatement, searchedText, searchEdition } from '../search/index-text.ts'

const batch = 200
/** Rows of one run; the next goes on. */
const mostRows = 10_000

interface UnindexedRow {
  creationId: string
  userId: string
  title: string
  result: unknown
}

/** Makes the search row of works that have none, and anew what an older edition of the search has made. */
export async function indexMissing(ctx: DomainContext): Promise<{ indexed: number }> {
  let indexed = 0
  for (const next of [outdated, missing]) {
    let rows: UnindexedRow[] = []
    do {
      rows = await ctx.prisma.$queryRaw<UnindexedRow[]>(next)
      for (const row of rows) await index(ctx, row)
      indexed += rows.length
    } while (rows.length === batch && indexed < mostRows)
  }
  return { indexed }
}

const outdated = Prisma.sql`
  SELECT c.id AS "creationId", c.user_id AS "userId", c.title, v.result
  FROM creation_search s JOIN creations c ON c.id = s.creation_id LEFT JOIN creation_versions v ON v.id = c.current_version_id
  WHERE s.edition < ${searchEdition}::int
  LIMIT ${batch}`

const missing = Prisma.sql`
  SELECT c.id AS "creationId", c.user_id AS "userId", c.title, v.result
  FROM creations c LEFT JOIN creation_versions v ON v.id = c.current_version_id
  WHERE c.purged_at IS NULL AND NOT EXISTS (SELECT 1 FROM creation_search s WHERE s.creation_id = c.id)
  LIMIT ${batch}`

/** A version that was stored meanwhile has made the row itself, and newer; a work that was purged meanwhile has none. */
async function index(ctx: DomainContext, row: UnindexedRow): Promise<void> {
  const still = Prisma.sql`(SELECT 1 FROM creations WHERE id = ${row.creationId}::uuid AND purged_at IS NULL) AS still`
  const isOlder = Prisma.sql`creation_search.edition < excluded.edition`
  await ctx.prisma.$executeRaw(
    indexStatement({ ...row, searched: searchedText(row.title, row.result) }, still, isOlder),
  )
}
