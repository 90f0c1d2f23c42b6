import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import type { FilesContext } from './files-context.ts'

/** Uploads of one statement. */
const batch = 200

/**
 * Deletes uploads and gives back what they held, in one statement; their bytes are the caller's.
 * @param due selects ids, and locks them
 * @returns the ids of those that were there
 */
export async function endUploads(ctx: Pick<TxContext, 'prisma'>, due: Prisma.Sql): Promise<string[]> {
  const ended = await ctx.prisma.$queryRaw<{ id: string }[]>`
    WITH due AS (${due}), gone AS (
      DELETE FROM file_uploads USING due WHERE file_uploads.id = due.id
      RETURNING file_uploads.id, file_uploads.user_id, file_uploads.held_bytes
    ), freed AS (
      UPDATE file_space SET held_bytes = file_space.held_bytes - own.bytes
      FROM (SELECT user_id, sum(held_bytes)::bigint AS bytes FROM gone GROUP BY user_id) own
      WHERE file_space.user_id = own.user_id
    )
    SELECT id FROM gone`
  return ended.map(({ id }) => id)
}

/** Given up by its sender. @throws AppError UPLOAD_NOT_FOUND, for those of others too */
export async function cancelUpload(
  ctx: Pick<FilesContext, 'prisma' | 'partialFiles'>,
  { userId, uploadId }: { userId: string; uploadId: string },
): Promise<void> {
  const [ended] = await endUploads(
    ctx,
    Prisma.sql`SELECT id FROM file_uploads WHERE id = ${uploadId}::uuid AND user_id = ${userId}::uuid FOR UPDATE`,
  )
  if (ended === undefined) throw new AppError('UPLOAD_NOT_FOUND')
  await ctx.partialFiles.discard(uploadId)
}

/** Those that nobody has sent a part of for a day, and what became of whose end nobody asks any more. */
export async function endExpiredUploads(ctx: Pick<FilesContext, 'prisma' | 'clock' | 'partialFiles'>): Promise<number> {
  for (let count = 0; ;) {
    const ended = await endUploads(
      ctx,
      Prisma.sql`SELECT id FROM file_uploads WHERE expires_at <= ${ctx.clock.now()} LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
    )
    await Promise.all(ended.map((id) => ctx.partialFiles.discard(id)))
    count += ended.length
    if (ended.length < batch) return count
  }
}
