import { Prisma } from '@mozhou/db/client'
import type { FilesChangedDto } from '@mozhou/contracts/files/answers'
import type { TxContext } from '../context.ts'
import { purgeableBefore } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'

export interface PurgedFiles {
  files: number
  assets: number
}

/** Files of one statement. */
const batch = 500

/**
 * Deletes files for good and gives their space back, in one statement. Bytes stay until nobody refers to them, and a sweep comes by.
 * @param due selects ids of files, and locks them
 */
export async function purgeFiles(ctx: Pick<TxContext, 'prisma'>, due: Prisma.Sql): Promise<PurgedFiles> {
  const [purged] = await ctx.prisma.$queryRaw<[PurgedFiles]>`
    WITH due AS (${due}), assets AS (
      SELECT count(*)::int AS count FROM file_assets JOIN due ON due.id = file_id
    ), gone AS (
      DELETE FROM files USING due WHERE files.id = due.id RETURNING files.user_id, files.space_bytes
    ), freed AS (
      UPDATE file_space SET bytes = file_space.bytes - own.bytes
      FROM (SELECT user_id, sum(space_bytes)::bigint AS bytes FROM gone GROUP BY user_id) own WHERE file_space.user_id = own.user_id
    )
    SELECT (SELECT count(*)::int FROM gone) AS files, (SELECT count FROM assets) AS assets`
  return purged
}

/** What a person has in the trash, now. */
export async function emptyTrash(
  ctx: Pick<FilesContext, 'prisma'>,
  { userId }: { userId: string },
): Promise<FilesChangedDto> {
  const { files } = await purgeAll(
    ctx,
    Prisma.sql`SELECT id FROM files WHERE user_id = ${userId}::uuid AND deleted_at IS NOT NULL LIMIT ${batch} FOR UPDATE`,
  )
  return { files }
}

/** A picture that stands in another work, or in a copy of its own, lives as long as that does. */
const isUsedElsewhere = Prisma.sql`(
  EXISTS (SELECT 1 FROM attachments a JOIN creations w ON w.id = a.creation_id WHERE a.file_id = f.id AND w.purged_at IS NULL)
  OR EXISTS (SELECT 1 FROM image_pictures p JOIN creation_versions v ON v.id = p.version_id JOIN creations w ON w.id = v.creation_id
    WHERE p.file_id = f.id AND w.purged_at IS NULL))`

/** Those whose days in the trash are over, and those of works whose texts are gone for good. */
export async function purgeDueFiles(ctx: Pick<FilesContext, 'prisma' | 'clock'>): Promise<number> {
  const trashed = await purgeAll(
    ctx,
    Prisma.sql`
      SELECT id FROM files WHERE deleted_at <= ${purgeableBefore(ctx.clock.now())} LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
  )
  const ofWorks = await purgeAll(
    ctx,
    Prisma.sql`
      SELECT f.id FROM files f JOIN creations c ON c.id = f.creation_id
      WHERE c.purged_at IS NOT NULL AND NOT ${isUsedElsewhere} LIMIT ${batch} FOR UPDATE OF f SKIP LOCKED`,
  )
  return trashed.files + ofWorks.files
}

async function purgeAll(ctx: Pick<TxContext, 'prisma'>, due: Prisma.Sql): Promise<PurgedFiles> {
  const sum = { files: 0, assets: 0 }
  for (;;) {
    const { files, assets } = await purgeFiles(ctx, due)
    sum.files += files
    sum.assets += assets
    if (files < batch) return sum
  }
}
