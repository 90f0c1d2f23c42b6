import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { ImageFacts } from '@mozhou/platforms/work-document'
import type { FilesContext } from '../files/files-context.ts'
import { leaving } from '../files/open-file.ts'
import { pictureCodes } from './picture-codes.ts'

interface WantedPictures {
  userId: string
  /** In the order in which they are posted. */
  fileIds: readonly string[]
}

/**
 * A person's pictures as they were measured: what leaves the platform of each, its size and bytes, the codes in it, and the marks of an AI that it
 * carries. Nothing is taken from what somebody says of them.
 * @throws AppError FILE_NOT_FOUND for one that is not theirs, no picture, or in the trash
 */
export async function pictureFacts(ctx: FilesContext, { userId, fileIds }: WantedPictures): Promise<ImageFacts[]> {
  const files = await ctx.prisma.file.findMany({
    where: { id: { in: [...fileIds] }, userId, kind: 'picture', deletedAt: null },
    select: {
      id: true,
      name: true,
      contentId: true,
      assets: { select: { purpose: true, sha256: true, mediaType: true, bytes: true, width: true, height: true } },
    },
  })
  const pictures = fileIds.map((id) => {
    const file = files.find((one) => one.id === id)
    const asset = file && leaving(file.assets)
    if (!asset) throw new AppError('FILE_NOT_FOUND')
    return { file, asset }
  })
  const codes = await pictureCodes(
    ctx,
    pictures.map(({ asset }) => asset.sha256),
  )
  return pictures.map(({ file, asset }): ImageFacts => {
    // Whatever a model made leaves with both marks, always (docs/modules/files.md); of a person's own nobody says that an AI made it.
    const isGenerated = file.contentId !== null
    return {
      kind: 'image',
      id: file.id,
      source: formatId('file', file.id),
      name: file.name,
      alt: '',
      mimeType: asset.mediaType,
      bytes: asset.bytes,
      width: asset.width ?? 0,
      height: asset.height ?? 0,
      // Moving pictures are not taken in (FILE_ANIMATED).
      isAnimated: false,
      codes: codes.get(asset.sha256) ?? null,
      ai: { isGenerated, hasVisibleLabel: isGenerated, hasFileLabel: isGenerated },
    }
  })
}
