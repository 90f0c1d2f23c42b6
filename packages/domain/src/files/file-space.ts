import type { FileSpaceDto } from '@mozhou/contracts/files/answers'
import { filePurposes } from '@mozhou/contracts/files/kinds'
import { takesSpace } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'

interface Sum {
  files: number
  bytes: bigint
}

/** What a person's files come to, by what they are for, and what of it is in the trash. */
export async function fileSpace(
  ctx: Pick<FilesContext, 'prisma' | 'settings'>,
  { userId }: { userId: string },
): Promise<FileSpaceDto> {
  const [sums, [trash], space] = await Promise.all([
    ctx.prisma.$queryRaw<(Sum & { purpose: string })[]>`
      SELECT a.purpose, count(*)::int AS files, sum(a.bytes)::bigint AS bytes
      FROM files f JOIN file_assets a ON a.file_id = f.id WHERE f.user_id = ${userId}::uuid GROUP BY a.purpose`,
    ctx.prisma.$queryRaw<[Sum]>`
      SELECT count(*)::int AS files, coalesce(sum(space_bytes), 0)::bigint AS bytes
      FROM files WHERE user_id = ${userId}::uuid AND deleted_at IS NOT NULL`,
    ctx.prisma.fileSpace.findUnique({ where: { userId }, select: { bytes: true, heldBytes: true } }),
  ])
  return {
    usedBytes: Number(space?.bytes ?? 0n),
    heldBytes: Number(space?.heldBytes ?? 0n),
    limitBytes: ctx.settings.fileSpaceMegabytes * 1_000_000,
    trash: { files: trash.files, bytes: Number(trash.bytes) },
    purposes: filePurposes.map((purpose) => {
      const sum = sums.find((one) => one.purpose === purpose)
      const { files, bytes } = sum ?? { files: 0, bytes: 0n }
      return { purpose, files, bytes: Number(bytes), isCounted: takesSpace(purpose) }
    }),
  }
}
