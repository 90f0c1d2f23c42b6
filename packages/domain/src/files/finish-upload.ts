import { AppError, errorTable } from '@mozhou/contracts/errors'
import type { FilesContext } from './files-context.ts'
import { findUpload } from './find-upload.ts'
import type { UploadStanding } from './find-upload.ts'
import { uploadFile } from './upload-file.ts'

/**
 * Makes a file of an upload that is all there, as if it had come at once: the same examination, and the same refusals. A repeat is the same file,
 * or the same refusal; what may go better later (a full space, a busy machine) leaves the bytes where they are, for the next try.
 * @returns the id of the file; null while bytes are missing
 * @throws AppError like `uploadFile`
 */
export async function finishUpload(ctx: FilesContext, upload: UploadStanding): Promise<string | null> {
  if (upload.fileId !== null || upload.offset < upload.bytes) return upload.fileId
  const { id: uploadId, userId, name, kind } = upload
  try {
    // Read anew into a file of its own: nobody who still writes to the parts can reach what was examined.
    const bytes = ctx.partialFiles.read(uploadId)
    const said = { ...(name !== null && { name }), ...(kind !== null && { kind }), saidBytes: upload.bytes }
    const fileId = await uploadFile(ctx, { ...said, userId, uploadId, bytes, requestKey: null })
    await ctx.partialFiles.discard(uploadId)
    return fileId
  } catch (cause) {
    if (cause instanceof AppError && isFinal(cause)) await keepRefusal(ctx, uploadId, cause)
    throw cause
  }
}

/** The same, for whoever asks where it stands: what a process left that was killed at the end is finished by the next question. */
export async function askUpload(
  ctx: FilesContext,
  wanted: { userId: string; uploadId: string },
): Promise<UploadStanding> {
  const upload = await findUpload(ctx, wanted)
  return { ...upload, fileId: await finishUpload(ctx, upload) }
}

const isFinal = ({ code }: AppError) =>
  code !== 'FILES_FULL' && errorTable[code].expected && !errorTable[code].retryable

/** Kept until the upload expires, so that whoever lost the answer hears it again; its space is free at once. */
async function keepRefusal(ctx: FilesContext, uploadId: string, { code, params }: AppError): Promise<void> {
  const refusal = JSON.stringify({ code, params })
  await ctx.prisma.$executeRaw`
    WITH upload AS (
      SELECT id, user_id, held_bytes FROM file_uploads WHERE id = ${uploadId}::uuid AND held_bytes > 0 FOR UPDATE
    ), over AS (
      UPDATE file_uploads SET held_bytes = 0, refusal = ${refusal}::jsonb FROM upload WHERE file_uploads.id = upload.id
    )
    UPDATE file_space SET held_bytes = file_space.held_bytes - upload.held_bytes
    FROM upload WHERE file_space.user_id = upload.user_id`
  await ctx.partialFiles.discard(uploadId)
}
