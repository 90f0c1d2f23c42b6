import { AppError } from '@mozhou/contracts/errors'
import type { FileLinkDto } from '@mozhou/contracts/files/answers'
import type { FileLinkInput } from '@mozhou/contracts/files/inputs'
import { signFileLink } from './file-links.ts'
import type { FilesContext } from './files-context.ts'

/** A short-lived address of one's own file. @throws AppError FILE_NOT_FOUND, for those of others and in the trash too */
export async function linkFile(
  ctx: Pick<FilesContext, 'prisma' | 'clock' | 'secrets'>,
  { userId, fileId, use }: FileLinkInput & { userId: string },
): Promise<FileLinkDto> {
  const file = await ctx.prisma.file.findFirst({
    where: { id: fileId, userId, deletedAt: null },
    select: { kind: true },
  })
  if (!file) throw new AppError('FILE_NOT_FOUND')
  // Documents are never shown by a browser.
  const { url, expiresAt } = signFileLink(ctx, {
    fileId,
    part: 'file',
    use: file.kind === 'document' ? 'download' : use,
  })
  return { url, expiresAt: expiresAt.toISOString() }
}
