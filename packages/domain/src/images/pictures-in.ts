import type { DomainContext } from '../context.ts'

/** The pictures that works hold in all their versions, those that were deleted since not counted, by the work's id. */
export async function picturesIn(
  ctx: Pick<DomainContext, 'prisma'>,
  creationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (creationIds.length === 0) return new Map()
  const rows = await ctx.prisma.$queryRaw<{ creationId: string; pictures: number }[]>`
    SELECT v.creation_id AS "creationId", count(DISTINCT f.id)::int AS pictures
    FROM creation_versions v
      JOIN image_pictures p ON p.version_id = v.id OR p.generation_id = v.generation_id
      JOIN files f ON f.id = p.file_id AND f.deleted_at IS NULL
    WHERE v.creation_id = ANY(${[...creationIds]}::uuid[])
    GROUP BY v.creation_id`
  return new Map(rows.map(({ creationId, pictures }) => [creationId, pictures]))
}
