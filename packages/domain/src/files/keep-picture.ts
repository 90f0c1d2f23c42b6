import { AppError } from '@mozhou/contracts/errors'
import { mostFileBytes } from '@mozhou/contracts/files/kinds'
import type { PictureType } from '@mozhou/integrations/files/port'
import type { StagedFile } from '@mozhou/integrations/storage/port'
import type { TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { cleanName } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'
import { holdBytes } from './hold-bytes.ts'
import { holdCleaned, holdPictures } from './hold-pictures.ts'
import { findByOrigin, insertFile } from './insert-file.ts'
import type { NewAsset } from './insert-file.ts'
import { withStaged } from './with-staged.ts'

export interface MadeHere {
  userId: string
  creationId: string
  /** What made it, e.g. `generation:<id>:1`: a worker that is killed and comes again stores it once. */
  originKey: string
  /** The number that its marks name, as people see it; null where no model had a part in it: it has none. */
  contentId: string | null
  name: string
  bytes: AsyncIterable<Uint8Array>
}

/** Named in the marks of everything that leaves the platform. */
export const contentProducer = '墨舟'

/**
 * Keeps a picture that was made here. What a model drew: the vendor's bytes as `original`, and with both marks of an AI as `delivery` and
 * thumbnails; what none did, as an upload of its person. It may have been paid for, so that it is kept however full their space is.
 * @param also what is written with the file, in one transaction; not called for a file that is there already
 * @returns the id of the file
 * @throws AppError FILE_TYPE_REFUSED, FILE_DAMAGED, FILE_PIXELS, FILES_BUSY when what came is no picture, or cannot be made now
 */
export async function keepPicture(
  ctx: FilesContext,
  picture: MadeHere,
  also?: (tx: TxContext, fileId: string) => Promise<void>,
): Promise<string> {
  const before = await findByOrigin(ctx, picture.originKey)
  if (before !== null) return before
  const original = await ctx.staging.receive(picture.bytes, mostFileBytes.picture)
  try {
    const found = await ctx.fileWork.examine(original.path)
    if (found.kind !== 'picture') throw new AppError('FILE_TYPE_REFUSED')
    const { userId, creationId, contentId, originKey } = picture
    const assets =
      contentId === null
        ? await holdCleaned(ctx, { source: original.path, type: found.type })
        : await holdMarked(ctx, original, { ...found, contentId })
    const origin = contentId === null ? 'upload' : 'creation'
    const owner = { userId, creationId, contentId, originKey, kind: 'picture', origin } as const
    const file = { ...owner, name: cleanName(picture.name), assets }
    if (!also) return await insertFile(ctx, file, { isLimited: false })
    return await inTransaction(ctx, async (tx) => {
      const fileId = await insertFile(tx, file, { isLimited: false })
      await also(tx, fileId)
      return fileId
    })
  } finally {
    await ctx.staging.discard(original.path)
  }
}

interface Found {
  type: PictureType
  width: number
  height: number
  contentId: string
}

/** As it came, and as it may leave. */
async function holdMarked(
  ctx: FilesContext,
  original: StagedFile,
  { type, width, height, contentId }: Found,
): Promise<NewAsset[]> {
  const label = { producer: contentProducer, contentId }
  const deliveries = await withStaged(ctx, async (reserve) => {
    const thumbnails = { card: await reserve(), icon: await reserve() }
    const task = { source: original.path, type, to: await reserve(), thumbnails, label }
    return holdPictures(ctx, await ctx.fileWork.deliver(task), 'delivery')
  })
  await holdBytes(ctx, original)
  const { sha256, bytes } = original
  return [{ purpose: 'original', sha256, bytes, mediaType: type, width, height }, ...deliveries]
}
