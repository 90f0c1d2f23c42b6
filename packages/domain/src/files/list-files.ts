import { AppError } from '@mozhou/contracts/errors'
import type { FileDto } from '@mozhou/contracts/files/answers'
import type { ListFilesInput } from '@mozhou/contracts/files/inputs'
import type { Page } from '@mozhou/contracts/page'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { fileFields, toFileDto } from './file-dto.ts'
import { purgeableBefore } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'

/** A person's files, or what they can still bring back of them, the newest first. */
export async function listFiles(
  ctx: Pick<FilesContext, 'prisma' | 'clock' | 'secrets'>,
  { userId, kind, isTrashed, cursor, limit }: ListFilesInput & { userId: string },
): Promise<Page<FileDto>> {
  const rows = await ctx.prisma.file.findMany({
    where: {
      userId,
      deletedAt: isTrashed ? { gt: purgeableBefore(ctx.clock.now()) } : null,
      // A mask is a file of nobody's list.
      assets: { some: { purpose: { in: ['original', 'delivery'] } } },
      ...(kind && { kind }),
      ...afterCursor(cursor),
    },
    orderBy: newestFirst,
    take: limit + 1,
    select: fileFields,
  })
  return toPage(rows, limit, (row) => toFileDto(ctx, row))
}

/** @throws AppError FILE_NOT_FOUND, for those of others too */
export async function getFile(
  ctx: Pick<FilesContext, 'prisma' | 'clock' | 'secrets'>,
  { userId, fileId }: { userId: string; fileId: string },
): Promise<FileDto> {
  const row = await ctx.prisma.file.findFirst({
    where: { id: fileId, userId, assets: { some: { purpose: { in: ['original', 'delivery'] } } } },
    select: fileFields,
  })
  if (!row) throw new AppError('FILE_NOT_FOUND')
  return toFileDto(ctx, row)
}
