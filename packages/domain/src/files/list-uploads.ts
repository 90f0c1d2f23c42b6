import type { UnfinishedUploadDto } from '@mozhou/contracts/files/answers'
import { mostOpenUploads } from '@mozhou/contracts/files/kinds'
import { formatId } from '@mozhou/contracts/ids'
import type { FilesContext } from './files-context.ts'

/** A person's uploads that hold space, the newest first, and how far each is by its bytes themselves. */
export async function listUnfinishedUploads(
  ctx: Pick<FilesContext, 'prisma' | 'clock' | 'partialFiles'>,
  { userId }: { userId: string },
): Promise<UnfinishedUploadDto[]> {
  const rows = await ctx.prisma.fileUpload.findMany({
    where: { userId, heldBytes: { gt: 0 }, expiresAt: { gt: ctx.clock.now() } },
    orderBy: { id: 'desc' },
    take: mostOpenUploads,
    select: { id: true, name: true, bytes: true, modifiedAt: true, createdAt: true, expiresAt: true },
  })
  return Promise.all(
    rows.map(async ({ id, name, bytes, modifiedAt, createdAt, expiresAt }) => ({
      id: formatId('fileUpload', id),
      name,
      bytes: Number(bytes),
      receivedBytes: await ctx.partialFiles.bytesOf(id),
      modifiedAt: modifiedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  )
}
