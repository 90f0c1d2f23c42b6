import { AppError } from '@mozhou/contracts/errors'
import { mostFileBytes } from '@mozhou/contracts/files/kinds'
import type { FoundCode } from '@mozhou/integrations/files/port'
import { z } from 'zod'
import type { FilesContext } from '../files/files-context.ts'
import { openBytes } from '../files/open-file.ts'

const storedCodes = z.array(z.object({ kind: z.enum(['qr', 'barcode']), text: z.string() }))

/**
 * Codes in pictures, by the hash of their bytes: each is looked at once, and what was found is kept as long as the bytes are. A picture that could
 * not be looked at now is left out, so that a rule says that nobody has looked.
 */
export async function pictureCodes(
  ctx: FilesContext,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, readonly FoundCode[]>> {
  const known = await ctx.prisma.pictureReading.findMany({ where: { sha256: { in: [...hashes] } } })
  const codes = new Map<string, readonly FoundCode[]>(
    known.map(({ sha256, codes: stored }) => [sha256, storedCodes.parse(stored)]),
  )
  // One after the other: the process of pictures takes them so.
  for (const sha256 of new Set(hashes)) {
    if (codes.has(sha256)) continue
    const found = await readPicture(ctx, sha256)
    if (found !== null) codes.set(sha256, found)
  }
  return codes
}

async function readPicture(ctx: FilesContext, sha256: string): Promise<FoundCode[] | null> {
  try {
    const found = await readStored(ctx, sha256)
    await keepReading(ctx, sha256, found)
    return found
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    ctx.log.warn({ sha256, code: cause.code }, 'a picture could not be searched for codes')
    return null
  }
}

async function readStored(ctx: FilesContext, sha256: string): Promise<FoundCode[]> {
  const staged = await ctx.staging.receive(await openBytes(ctx, sha256), mostFileBytes.picture)
  try {
    return await ctx.fileWork.readCodes({ source: staged.path })
  } finally {
    await ctx.staging.discard(staged.path)
  }
}

/** Bytes that a sweep has taken meanwhile have no reading. */
async function keepReading(ctx: FilesContext, sha256: string, codes: readonly FoundCode[]): Promise<void> {
  await ctx.prisma.$executeRaw`
    INSERT INTO picture_readings (sha256, codes, read_at)
    SELECT sha256, ${JSON.stringify(codes)}::jsonb, ${ctx.clock.now()} FROM file_blobs WHERE sha256 = ${sha256}
    ON CONFLICT (sha256) DO NOTHING`
}
