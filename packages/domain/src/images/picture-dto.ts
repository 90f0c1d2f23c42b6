import { formatId } from '@mozhou/contracts/ids'
import type { PictureDto } from '@mozhou/contracts/images/answers'
import type { FilesContext } from '../files/files-context.ts'
import { signFileLink } from '../files/file-links.ts'
import { leaving } from '../files/open-file.ts'

type PictureContext = Pick<FilesContext, 'prisma' | 'secrets' | 'clock'>

const fields = {
  id: true,
  deletedAt: true,
  assets: {
    where: { purpose: { in: ['original', 'delivery'] } },
    select: { purpose: true, mediaType: true, bytes: true, width: true, height: true },
  },
}

/** Pictures of a person by the ids of their files, with addresses to show them; those that are gone are left out. */
export async function readPictures(
  ctx: PictureContext,
  { userId, fileIds }: { userId: string; fileIds: readonly string[] },
): Promise<ReadonlyMap<string, PictureDto>> {
  if (fileIds.length === 0) return new Map()
  const rows = await ctx.prisma.file.findMany({
    where: { id: { in: [...new Set(fileIds)] }, userId, kind: 'picture' },
    select: fields,
  })
  const known = rows.flatMap(({ id, deletedAt, assets }) => {
    const asset = leaving(assets)
    if (!asset || asset.width === null || asset.height === null) return []
    const url = (part: 'file' | 'card' | 'icon') => signFileLink(ctx, { fileId: id, part, use: 'show' }).url
    const picture: PictureDto = {
      fileId: formatId('file', id),
      width: asset.width,
      height: asset.height,
      mediaType: asset.mediaType,
      bytes: asset.bytes,
      urls: deletedAt === null ? { full: url('file'), card: url('card'), icon: url('icon') } : null,
    }
    return [[id, picture] as const]
  })
  return new Map(known)
}
