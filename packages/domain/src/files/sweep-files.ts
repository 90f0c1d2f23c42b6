import { endExpiredUploads } from './end-uploads.ts'
import { untouchedBefore } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'
import { purgeDueFiles } from './purge-files.ts'
import { forgottenBefore } from './upload-rules.ts'

export interface SweptFiles {
  /** Files whose time in the trash was over, or whose work is gone. */
  files: number
  /** Masks and intermediates that ended. */
  expired: number
  /** Uploads in parts that nobody went on with. */
  uploads: number
  /** Bytes that nobody referred to. */
  blobs: number
  /** What killed processes had left waiting. */
  staged: number
}

/** Blobs, or keys of a listing, at once. */
const batch = 200
const transaction = { maxWait: 10_000, timeout: 60_000 }

/** Everything of files that is over: rows first, then bytes that nobody refers to any more. */
export async function sweepFiles(ctx: FilesContext, { signal }: { signal?: AbortSignal } = {}): Promise<SweptFiles> {
  const files = await purgeDueFiles(ctx)
  const { count: expired } = await ctx.prisma.fileAsset.deleteMany({ where: { expiresAt: { lte: ctx.clock.now() } } })
  await ctx.prisma.file.deleteMany({ where: { assets: { none: {} } } })
  const blobs = await sweepBlobs(ctx, signal)
  const now = ctx.clock.now()
  const staged = await ctx.staging.clear(untouchedBefore(now))
  const uploads = await endExpiredUploads(ctx)
  const parts = await ctx.partialFiles.clear(forgottenBefore(now))
  return { files, expired, uploads, blobs, staged: staged + parts }
}

async function sweepBlobs(ctx: FilesContext, signal: AbortSignal | undefined): Promise<number> {
  for (let swept = 0; ;) {
    signal?.throwIfAborted()
    const due = await ctx.prisma.fileBlob.findMany({
      where: { touchedAt: { lt: untouchedBefore(ctx.clock.now()) }, assets: { none: {} } },
      take: batch,
      select: { sha256: true },
    })
    for (const { sha256 } of due) swept += await takeBlob(ctx, sha256)
    if (due.length < batch) return swept
  }
}

/**
 * The row and the bytes together: the bytes go while the row is deleted and not yet committed, so that whoever stores the same bytes at that
 * moment waits for the end of it, and stores them anew.
 */
function takeBlob(ctx: FilesContext, sha256: string): Promise<number> {
  return ctx.prisma.$transaction(async (prisma) => {
    const taken = await prisma.$executeRaw`
      DELETE FROM file_blobs b WHERE sha256 = ${sha256} AND touched_at < ${untouchedBefore(ctx.clock.now())}
        AND NOT EXISTS (SELECT 1 FROM file_assets a WHERE a.sha256 = b.sha256)`
    if (taken > 0) await ctx.fileStore.delete(sha256)
    return taken
  }, transaction)
}

/**
 * Goes through the whole store for bytes that no row knows: left by a process that was killed between the store and the database, or by a
 * database that was put back.
 */
export async function sweepOrphans(
  ctx: FilesContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<{ orphans: number }> {
  const before = untouchedBefore(ctx.clock.now())
  let after: string | undefined
  for (let swept = 0; ;) {
    signal?.throwIfAborted()
    const { files, next } = await ctx.fileStore.list({ limit: batch, ...(after !== undefined && { after }) })
    const old = files.filter(({ storedAt }) => storedAt < before)
    const known = await ctx.prisma.fileBlob.findMany({
      where: { sha256: { in: old.map(({ sha256 }) => sha256) } },
      select: { sha256: true },
    })
    const names = new Set(known.map(({ sha256 }) => sha256))
    for (const { sha256, bytes } of old) if (!names.has(sha256)) swept += await takeOrphan(ctx, sha256, bytes)
    if (next === null) return { orphans: swept }
    after = next
  }
}

/** A row for the time of it, for the same reason as above; none for bytes that have one by now. */
function takeOrphan(ctx: FilesContext, sha256: string, bytes: number): Promise<number> {
  return ctx.prisma.$transaction(async (prisma) => {
    const claimed = await prisma.$executeRaw`
      INSERT INTO file_blobs (sha256, bytes, touched_at) VALUES (${sha256}, ${Math.max(1, bytes)}, ${ctx.clock.now()})
      ON CONFLICT DO NOTHING`
    if (claimed === 0) return 0
    await ctx.fileStore.delete(sha256)
    await prisma.$executeRaw`DELETE FROM file_blobs WHERE sha256 = ${sha256}`
    return 1
  }, transaction)
}
