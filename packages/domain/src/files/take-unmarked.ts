import { AppError } from '@mozhou/contracts/errors'
import type { FileLinkDto } from '@mozhou/contracts/files/answers'
import { storedPictureType } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { signFileLink } from './file-links.ts'
import { expiryOf } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'
import { holdBytes } from './hold-bytes.ts'
import { contentProducer } from './keep-picture.ts'
import { openBytes } from './open-file.ts'
import { withStaged } from './with-staged.ts'

/**
 * A generated picture without the visible mark, for somebody who has taken over the duty to mark it (CAC labelling measures 2025, article 9). The
 * implicit mark is in it all the same, and that it was taken is noted with it.
 * @throws AppError FILE_NOT_FOUND, FILE_NOT_AI, FILES_BUSY
 */
export async function takeUnmarked(
  ctx: FilesContext,
  { userId, fileId, acceptedTerms }: { userId: string; fileId: string; acceptedTerms: string },
): Promise<FileLinkDto> {
  const file = await ctx.prisma.file.findFirst({
    where: { id: fileId, userId, deletedAt: null },
    select: { contentId: true, assets: { where: { purpose: 'original' } } },
  })
  const [original] = file?.assets ?? []
  if (!file || !original) throw new AppError('FILE_NOT_FOUND')
  const { contentId } = file
  if (contentId === null) throw new AppError('FILE_NOT_AI')
  const made = await labelled(ctx, original, contentId)
  const now = ctx.clock.now()
  const { mediaType, width, height } = original
  const assetId = await inTransaction(ctx, async (tx) => {
    const { id } = await tx.prisma.fileAsset.create({
      data: {
        ...made,
        id: tx.newId(),
        fileId,
        purpose: 'intermediate',
        mediaType,
        width,
        height,
        createdAt: now,
        expiresAt: expiryOf('intermediate', now),
      },
      select: { id: true },
    })
    const take = { userId, fileId, contentId, sha256: made.sha256, terms: acceptedTerms, createdAt: now }
    await tx.prisma.unmarkedTake.create({ data: { id: tx.newId(), ...take }, select: { id: true } })
    return id
  })
  const { url, expiresAt } = signFileLink(ctx, { fileId, part: 'file', use: 'download', assetId })
  return { url, expiresAt: expiresAt.toISOString() }
}

function labelled(
  ctx: FilesContext,
  { sha256, bytes, mediaType }: { sha256: string; bytes: number; mediaType: string },
  contentId: string,
): Promise<{ sha256: string; bytes: number }> {
  return withStaged(ctx, async (reserve) => {
    const source = await ctx.staging.receive(await openBytes(ctx, sha256), bytes)
    try {
      const to = await reserve()
      const type = storedPictureType(mediaType)
      await ctx.fileWork.label({ source: source.path, type, to, label: { producer: contentProducer, contentId } })
      const staged = await ctx.staging.adopt(to)
      await holdBytes(ctx, staged)
      return { sha256: staged.sha256, bytes: staged.bytes }
    } finally {
      await ctx.staging.discard(source.path)
    }
  })
}
