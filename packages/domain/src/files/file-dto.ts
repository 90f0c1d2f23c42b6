import type { FileDto } from '@mozhou/contracts/files/answers'
import { formatId } from '@mozhou/contracts/ids'
import { storedFileKind, storedFileOrigin } from '../stored-columns.ts'
import { signFileLink } from './file-links.ts'
import { daysLeft, downloadName } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'
import { leaving } from './open-file.ts'

export const fileFields = {
  id: true,
  kind: true,
  origin: true,
  name: true,
  contentId: true,
  spaceBytes: true,
  createdAt: true,
  deletedAt: true,
  assets: {
    where: { purpose: { in: ['original', 'delivery', 'thumbnail'] } },
    select: { purpose: true, mediaType: true, bytes: true, width: true, height: true, seconds: true },
  },
}

interface FileRow {
  id: string
  kind: string
  origin: string
  name: string
  contentId: string | null
  spaceBytes: bigint
  createdAt: Date
  deletedAt: Date | null
  assets: readonly {
    purpose: string
    mediaType: string
    bytes: number
    width: number | null
    height: number | null
    seconds: number | null
  }[]
}

export function toFileDto(ctx: Pick<FilesContext, 'secrets' | 'clock'>, file: FileRow): FileDto {
  const asset = leaving(file.assets)
  if (asset === undefined) throw new Error(`file ${file.id} has nothing to give`)
  const { id: fileId, deletedAt } = file
  const thumbnail = (part: 'card' | 'icon') => signFileLink(ctx, { fileId, part, use: 'show' }).url
  // What is in the trash is not served.
  const isShown = file.kind === 'picture' && deletedAt === null
  return {
    id: formatId('file', fileId),
    kind: storedFileKind(file.kind),
    origin: storedFileOrigin(file.origin),
    name: downloadName(file.name, asset.mediaType),
    mediaType: asset.mediaType,
    bytes: asset.bytes,
    spaceBytes: Number(file.spaceBytes),
    width: asset.width,
    height: asset.height,
    seconds: asset.seconds,
    isAiGenerated: file.contentId !== null,
    thumbnails: isShown ? { card: thumbnail('card'), icon: thumbnail('icon') } : null,
    createdAt: file.createdAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
    daysLeft: deletedAt === null ? null : daysLeft(deletedAt, ctx.clock.now()),
  }
}
