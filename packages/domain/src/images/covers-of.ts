import type { DomainContext } from '../context.ts'

interface CoverRow {
  creationId: string
  fileId: string
}

/** The first picture of each work's current version that is still there, by the work's id. */
export async function coversOf(
  ctx: Pick<DomainContext, 'prisma'>,
  creationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (creationIds.length === 0) return new Map()
  const rows = await ctx.prisma.$queryRaw<CoverRow[]>`
    SELECT DISTINCT ON (c.id) c.id AS "creationId", f.id AS "fileId"
    FROM creations c JOIN creation_versions v ON v.id = c.current_version_id
      JOIN image_pictures p ON p.version_id = v.id OR p.generation_id = v.generation_id
      JOIN files f ON f.id = p.file_id AND f.deleted_at IS NULL
    WHERE c.id = ANY(${[...creationIds]}::uuid[])
    ORDER BY c.id, p.place`
  return new Map(rows.map(({ creationId, fileId }) => [creationId, fileId]))
}
