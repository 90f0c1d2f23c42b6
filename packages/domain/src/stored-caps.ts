import type { ErrorCode, ErrorParams } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from './context.ts'
import type { Settings } from './settings.ts'

/** What a person has, where something is about to be added; null where it is not of that kind. */
export interface StoredCounts {
  /** Their works with those in the trash, counted no further than the limit. */
  creations: number | null
  /** Versions of the work that gets another. */
  versions: number | null
  /** Bytes of `user_storage`. */
  text_bytes: bigint
}

/** The limit that is reached, or null. */
export function whyNotStorable(
  { creations, versions, text_bytes: textBytes }: StoredCounts,
  caps: Settings['caps'],
): { code: ErrorCode; params: ErrorParams } | null {
  if (creations !== null && creations >= caps.creations) {
    return { code: 'CREATIONS_LIMIT', params: { limit: caps.creations } }
  }
  if (versions !== null && versions >= caps.versionsPerCreation) {
    return { code: 'VERSIONS_LIMIT', params: { limit: caps.versionsPerCreation } }
  }
  if (textBytes >= bytesOf(caps)) return { code: 'STORED_TEXT_LIMIT', params: { limit: caps.storedTextMegabytes } }
  return null
}

const bytesOf = ({ storedTextMegabytes }: Settings['caps']) => BigInt(storedTextMegabytes) * 1_000_000n

/** The row behind `StoredCounts`; `creationId` is the work that gets a version, null for a new work. */
export function storedCounts(
  caps: Settings['caps'],
  { userId, creationId }: { userId: string; creationId: string | null },
): Prisma.Sql {
  const few = Prisma.sql`LIMIT ${caps.creations}`
  const owner = Prisma.sql`user_id = ${userId}::uuid AND status <> 'draft'`
  const creations = Prisma.sql`
    (SELECT count(*) FROM (SELECT 1 FROM creations WHERE ${owner} AND deleted_at IS NULL ${few}) live)
    + (SELECT count(*) FROM (SELECT 1 FROM creations WHERE ${owner} AND deleted_at IS NOT NULL AND purged_at IS NULL ${few}) trashed)`
  // Ordinals have no gaps: versions go only with their work.
  const versions = Prisma.sql`(SELECT coalesce(max(ordinal), 0) FROM creation_versions WHERE creation_id = ${creationId}::uuid)`
  return Prisma.sql`
    SELECT ${creationId === null ? creations : Prisma.sql`NULL`}::int AS creations, ${creationId === null ? Prisma.sql`NULL` : versions}::int AS versions,
      coalesce((SELECT text_bytes FROM user_storage WHERE user_id = ${userId}::uuid), 0) AS text_bytes`
}

/** Whether a row of `storedCounts` leaves room. */
export function hasRoom(caps: Settings['caps']): Prisma.Sql {
  return Prisma.sql`(creations IS NULL OR creations < ${caps.creations}) AND (versions IS NULL OR versions < ${caps.versionsPerCreation})
    AND text_bytes < ${bytesOf(caps)}`
}

/** Read by itself, for a statement that found no room. */
export async function whyFull(
  ctx: Pick<TxContext, 'prisma' | 'settings'>,
  place: { userId: string; creationId: string | null },
): Promise<{ code: ErrorCode; params: ErrorParams } | null> {
  const { caps } = ctx.settings
  const [counts] = await ctx.prisma.$queryRaw<StoredCounts[]>(storedCounts(caps, place))
  return counts ? whyNotStorable(counts, caps) : null
}
