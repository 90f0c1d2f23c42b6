import { buffer } from 'node:stream/consumers'
import { AppError } from '@mozhou/contracts/errors'
import type { FileDto } from '@mozhou/contracts/files/answers'
import { mostFileBytes } from '@mozhou/contracts/files/kinds'
import { formatId } from '@mozhou/contracts/ids'
import { inTransaction } from '../transaction.ts'
import type { FilesContext } from './files-context.ts'
import { holdBytes } from './hold-bytes.ts'
import { contentProducer } from './keep-picture.ts'
import { getFile } from './list-files.ts'
import { openBytes } from './open-file.ts'

interface Declaring {
  userId: string
  fileId: string
}

const tailBytes = 80 * 1_048_576

/**
 * A person says that there is AI in a film of theirs: the mark is written into the film, and stays. Again for one that says so already changes
 * nothing. Whatever was planned with the film as it was is asked about before it goes out.
 * @throws AppError FILE_NOT_FOUND for one that is not theirs, no film, or in the trash; FILE_MARK_IMPOSSIBLE
 */
export async function declareAi(ctx: FilesContext, { userId, fileId }: Declaring): Promise<FileDto> {
  const file = await ctx.prisma.file.findFirst({
    where: { id: fileId, userId, kind: 'video', deletedAt: null },
    select: {
      contentId: true,
      assets: { where: { purpose: 'original' }, select: { id: true, sha256: true, bytes: true } },
    },
  })
  const [asset] = file?.assets ?? []
  if (!file || !asset) throw new AppError('FILE_NOT_FOUND')
  if (file.contentId === null) await mark(ctx, fileId, asset)
  return getFile(ctx, { userId, fileId })
}

interface Original {
  id: string
  sha256: string
  bytes: number
}

async function mark(ctx: FilesContext, fileId: string, asset: Original): Promise<void> {
  const { sha256, bytes } = asset
  const read = async (start: number, length: number) => {
    const end = Math.min(start + length, bytes)
    return start >= end ? Buffer.alloc(0) : buffer(await openBytes(ctx, sha256, { start, end: end - 1 }))
  }
  const contentId = formatId('file', fileId)
  const marks = await ctx.filmTools.markMovie(read, bytes, { producer: contentProducer, contentId })
  if (marks === null) throw new AppError('FILE_MARK_IMPOSSIBLE', { field: 'fileId' })
  const source = ctx.filmTools.markedBytes(await openBytes(ctx, sha256), marks)
  const staged = await ctx.staging.receive(source, mostFileBytes.video + tailBytes)
  try {
    await holdBytes(ctx, staged)
    await inTransaction(ctx, async (tx) => {
      const more = staged.bytes - bytes
      const { count } = await tx.prisma.file.updateMany({
        where: { id: fileId, contentId: null },
        data: { contentId, spaceBytes: { increment: more } },
      })
      // Of two at once one does it.
      if (count === 0) return
      const { userId } = await tx.prisma.file.findUniqueOrThrow({ where: { id: fileId }, select: { userId: true } })
      await tx.prisma.fileSpace.update({ where: { userId }, data: { bytes: { increment: more } } })
      await tx.prisma.fileAsset.update({
        where: { id: asset.id },
        data: { sha256: staged.sha256, bytes: staged.bytes },
        select: { id: true },
      })
    })
  } finally {
    await ctx.staging.discard(staged.path)
  }
}
