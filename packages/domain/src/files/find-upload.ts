import { AppError, isErrorCode } from '@mozhou/contracts/errors'
import type { FileKind } from '@mozhou/contracts/files/kinds'
import { z } from 'zod'
import { storedUploadKind } from '../stored-columns.ts'
import type { FilesContext } from './files-context.ts'

/** Where an upload in parts stands. */
export interface UploadStanding {
  id: string
  userId: string
  name: string | null
  kind: FileKind | null
  bytes: number
  /** Bytes that have come: the next part begins here. */
  offset: number
  /** What became of it; null while it is under way. */
  fileId: string | null
  expiresAt: Date
}

const keptRefusal = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

/**
 * How far somebody's upload is, by the bytes themselves.
 * @throws AppError UPLOAD_NOT_FOUND for those of others and for what has expired, too; whatever its end was refused with
 */
export async function findUpload(
  ctx: Pick<FilesContext, 'prisma' | 'clock' | 'partialFiles'>,
  { userId, uploadId }: { userId: string; uploadId: string },
): Promise<UploadStanding> {
  const found = await ctx.prisma.fileUpload.findFirst({
    where: { id: uploadId, userId, expiresAt: { gt: ctx.clock.now() } },
  })
  if (!found) throw new AppError('UPLOAD_NOT_FOUND')
  if (found.refusal !== null) {
    const { code, params } = keptRefusal.parse(found.refusal)
    throw new AppError(isErrorCode(code) ? code : 'FILE_DAMAGED', params)
  }
  const { id, name, fileId, expiresAt } = found
  const bytes = Number(found.bytes)
  const kind = found.kind === null ? null : storedUploadKind(found.kind)
  const offset = fileId === null ? await ctx.partialFiles.bytesOf(id) : bytes
  return { id, userId, name, kind, bytes, offset, fileId, expiresAt }
}
