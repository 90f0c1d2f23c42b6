import type { StagedFile } from '@mozhou/integrations/storage/port'
import type { FilesContext } from './files-context.ts'

/**
 * Puts staged bytes into the store. The row comes first: a sweep that is taking these very bytes holds its lock, so that this waits for it and
 * stores them anew; after the row, sweeps leave them alone for a day, in which whoever asked refers to them.
 */
export async function holdBytes(
  ctx: Pick<FilesContext, 'prisma' | 'clock' | 'fileStore'>,
  staged: StagedFile,
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.prisma.$executeRaw`
    INSERT INTO file_blobs (sha256, bytes, touched_at) VALUES (${staged.sha256}, ${staged.bytes}, ${now})
    ON CONFLICT (sha256) DO UPDATE SET touched_at = excluded.touched_at`
  await ctx.fileStore.put(staged)
}
