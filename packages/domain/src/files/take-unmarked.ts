import { AppError } from '@mozhou/contracts/errors'
import type { FileLinkDto } from '@mozhou/contracts/files/answers'
import { signFileLink } from './file-links.ts'
import type { FilesContext } from './files-context.ts'
import { makeVariant, sourceFields } from './make-variant.ts'
import { variantOf } from './picture-wish.ts'
import type { PictureWish } from './picture-wish.ts'

/**
 * A generated picture without the visible mark, for somebody who has taken over the duty to mark it (CAC labelling measures 2025, article 9). The
 * implicit mark is in it all the same, and every time that it is taken is noted.
 * @throws AppError FILE_NOT_FOUND, FILE_NOT_AI, PICTURE_FORMAT_SIDE naming the field, FILES_BUSY
 */
export async function takeUnmarked(
  ctx: FilesContext,
  { userId, fileId, acceptedTerms, ...wish }: { userId: string; fileId: string; acceptedTerms: string } & PictureWish,
): Promise<FileLinkDto> {
  const file = await ctx.prisma.file.findFirst({ where: { id: fileId, userId, deletedAt: null }, select: sourceFields })
  // What the platform drew itself is kept with its mark alone.
  if (!file?.assets.some(({ purpose }) => purpose === 'original')) throw new AppError('FILE_NOT_FOUND')
  const { contentId } = file
  if (contentId === null) throw new AppError('FILE_NOT_AI')
  const asked = { userId, file, variant: variantOf(file, wish), marks: 'unmarked' } as const
  const assetId = await makeVariant(ctx, asked, async (tx, { sha256 }) => {
    const take = { userId, fileId, contentId, sha256, terms: acceptedTerms, createdAt: tx.clock.now() }
    await tx.prisma.unmarkedTake.create({ data: { id: tx.newId(), ...take }, select: { id: true } })
  })
  const { url, expiresAt } = signFileLink(ctx, { fileId, part: 'file', use: 'download', assetId })
  return { url, expiresAt: expiresAt.toISOString() }
}
