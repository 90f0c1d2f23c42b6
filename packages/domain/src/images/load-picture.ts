import { buffer } from 'node:stream/consumers'
import type { PictureType } from '@mozhou/contracts/models/image-kinds'
import type { Picture } from '@mozhou/integrations/ai/images/port'
import type { DomainContext } from '../context.ts'
import { openBytes } from '../files/open-file.ts'
import type { FilesContext } from '../files/files-context.ts'
import { AttemptFailure } from '../models/attempt-failure.ts'
import { storedPictureType } from '../stored-columns.ts'

/** A picture by its measures, and where its bytes are. */
export interface StoredPicture {
  fileId: string
  sha256: string
  type: PictureType
  width: number
  height: number
  bytes: number
  /** Painted as a mask, and kept as one. */
  isMask: boolean
}

/**
 * The bytes that a picture is worked on by: as they came, without the visible mark that only what leaves carries. A mask may be a file of
 * its own kind or any picture. Null when the file, or what was in it, is gone.
 */
export async function findPicture(ctx: Pick<DomainContext, 'prisma'>, fileId: string): Promise<StoredPicture | null> {
  const assets = await ctx.prisma.fileAsset.findMany({
    where: { fileId, purpose: { in: ['original', 'mask'] }, file: { kind: 'picture' } },
    select: { purpose: true, sha256: true, mediaType: true, width: true, height: true, bytes: true },
  })
  const [asset] = assets
  if (!asset || asset.width === null || asset.height === null) return null
  const { sha256, width, height, bytes, purpose } = asset
  const type = storedPictureType(asset.mediaType)
  return { fileId, sha256, type, width, height, bytes, isMask: purpose === 'mask' }
}

/** @throws AttemptFailure when it is gone since it was asked for */
export async function readPicture(ctx: FilesContext, fileId: string): Promise<Picture> {
  const found = await findPicture(ctx, fileId)
  if (!found) throw new AttemptFailure('content_rejected', { vendorCode: 'source_gone' })
  return readFoundPicture(ctx, found)
}

export async function readFoundPicture(ctx: FilesContext, found: StoredPicture): Promise<Picture> {
  const { type, width, height } = found
  return { bytes: await buffer(await openBytes(ctx, found.sha256)), type, width, height }
}
