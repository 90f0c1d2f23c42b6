import { AppError } from '@mozhou/contracts/errors'
import type { FilesContext } from './files-context.ts'
import { findUpload } from './find-upload.ts'
import type { UploadStanding } from './find-upload.ts'
import { uploadExpiry } from './upload-rules.ts'

export interface UploadPart {
  userId: string
  uploadId: string
  /** Where the sender believes it stands. */
  offset: number
  source: AsyncIterable<Uint8Array>
  /** As the sender says, where they do. */
  saidBytes: number | null
}

/**
 * Takes the next bytes of an upload; what of them arrives stays, whatever breaks off. Callers see to it that an upload has one part at a time.
 * @returns where it stands afterwards
 * @throws AppError UPLOAD_NOT_FOUND, UPLOAD_OFFSET_DIFFERS, VALIDATION_FAILED for more bytes than were announced, FILE_CUT_OFF
 */
export async function writePart(
  ctx: Pick<FilesContext, 'prisma' | 'clock' | 'partialFiles'>,
  { userId, uploadId, offset, source, saidBytes }: UploadPart,
): Promise<UploadStanding> {
  const before = await findUpload(ctx, { userId, uploadId })
  if (before.offset !== offset) throw new AppError('UPLOAD_OFFSET_DIFFERS', { offset: before.offset })
  if (offset + (saidBytes ?? 0) > before.bytes) throw tooMuch(before.bytes)
  if (offset === before.bytes) return before
  const expiresAt = uploadExpiry(ctx.clock.now())
  await ctx.prisma.fileUpload.updateMany({ where: { id: uploadId }, data: { expiresAt } })
  try {
    await ctx.partialFiles.write(uploadId, source, { offset, mostBytes: before.bytes })
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'TooManyBytes') throw cause
    throw tooMuch(before.bytes)
  }
  return { ...before, expiresAt, offset: await ctx.partialFiles.bytesOf(uploadId) }
}

const tooMuch = (maximum: number) =>
  new AppError('VALIDATION_FAILED', { field: 'upload-length', rule: 'too_big', origin: 'file', maximum })
