import { AppError } from '@mozhou/contracts/errors'
import type { FileLinkDto } from '@mozhou/contracts/files/answers'
import type { FileLinkInput } from '@mozhou/contracts/files/inputs'
import { signFileLink } from './file-links.ts'
import type { FilesContext } from './files-context.ts'
import { makeVariant, sourceFields } from './make-variant.ts'
import { isWish, variantOf } from './picture-wish.ts'
import type { PictureWish } from './picture-wish.ts'

/**
 * A short-lived address of one's own file; of a picture in another format or size, which is made for it.
 * @throws AppError FILE_NOT_FOUND, for those of others and in the trash too; FILE_NOT_PICTURE and PICTURE_FORMAT_SIDE naming the field, FILES_BUSY
 */
export async function linkFile(
  ctx: FilesContext,
  { userId, fileId, use, ...wish }: Pick<FileLinkInput, 'fileId' | 'use'> & PictureWish & { userId: string },
): Promise<FileLinkDto> {
  const file = await ctx.prisma.file.findFirst({ where: { id: fileId, userId, deletedAt: null }, select: sourceFields })
  if (!file) throw new AppError('FILE_NOT_FOUND')
  const variant = isWish(wish) ? variantOf(file, wish) : null
  const marks = file.contentId === null ? 'none' : 'marked'
  const assetId = variant && !variant.isAsKept ? await makeVariant(ctx, { userId, file, variant, marks }) : null
  // Documents are never shown by a browser.
  const { url, expiresAt } = signFileLink(ctx, {
    fileId,
    part: 'file',
    use: file.kind === 'document' ? 'download' : use,
    ...(assetId !== null && { assetId }),
  })
  return { url, expiresAt: expiresAt.toISOString() }
}
