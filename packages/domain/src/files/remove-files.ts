import type { FilesChangedDto } from '@mozhou/contracts/files/answers'
import { purgeableBefore } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'

interface OwnFiles {
  userId: string
  fileIds: readonly string[]
}

/** Into the trash; addresses that were given out lead nowhere from then on. What is there already, or another's, is passed over. */
export async function removeFiles(
  ctx: Pick<FilesContext, 'prisma' | 'clock'>,
  { userId, fileIds }: OwnFiles,
): Promise<FilesChangedDto> {
  const { count } = await ctx.prisma.file.updateMany({
    where: { id: { in: [...fileIds] }, userId, deletedAt: null },
    data: { deletedAt: ctx.clock.now() },
  })
  return { files: count }
}

/** Out of the trash again, while their days last. */
export async function restoreFiles(
  ctx: Pick<FilesContext, 'prisma' | 'clock'>,
  { userId, fileIds }: OwnFiles,
): Promise<FilesChangedDto> {
  const { count } = await ctx.prisma.file.updateMany({
    where: { id: { in: [...fileIds] }, userId, deletedAt: { gt: purgeableBefore(ctx.clock.now()) } },
    data: { deletedAt: null },
  })
  return { files: count }
}
