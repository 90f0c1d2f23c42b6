import { AppError } from '@mozhou/contracts/errors'
import { mostOpenUploads } from '@mozhou/contracts/files/kinds'
import type { BeginUploadInput } from '@mozhou/contracts/files/inputs'
import { driverFailure } from '../driver-failure.ts'
import type { FilesContext } from './files-context.ts'
import { refuseTooMuch } from './upload-file.ts'
import { uploadExpiry } from './upload-rules.ts'

export interface BeginUpload extends BeginUploadInput {
  userId: string
  /** The same key of a person again is the same upload. */
  requestKey: string | null
}

type UploadsContext = Pick<FilesContext, 'prisma' | 'clock' | 'newId' | 'settings'>

const uniqueViolation = '23505'

/**
 * An upload whose bytes come in parts. All of its space is held from here on, so that nobody sends hundreds of megabytes only to hear that
 * they do not fit.
 * @returns the id of the upload
 * @throws AppError FILE_TOO_LARGE, FILES_FULL, UPLOADS_TOO_MANY, IDEMPOTENCY_KEY_REUSED
 */
export async function beginUpload(ctx: UploadsContext, input: BeginUpload): Promise<string> {
  refuseTooMuch(input.bytes, input.kind)
  const before = await findByKey(ctx, input)
  if (before !== null) return before
  try {
    const [begun] = await insert(ctx, input)
    if (begun) return begun.id
  } catch (cause) {
    if (driverFailure(cause)?.originalCode !== uniqueViolation) throw cause
    const first = await findByKey(ctx, input)
    if (first !== null) return first
    throw cause
  }
  const open = await ctx.prisma.fileUpload.count({ where: { userId: input.userId, heldBytes: { gt: 0 } } })
  if (open >= mostOpenUploads) throw new AppError('UPLOADS_TOO_MANY', { maximum: mostOpenUploads })
  throw new AppError('FILES_FULL', { limit: ctx.settings.fileSpaceMegabytes, field: 'file' })
}

async function findByKey(
  ctx: Pick<FilesContext, 'prisma'>,
  { userId, requestKey, bytes }: BeginUpload,
): Promise<string | null> {
  if (requestKey === null) return null
  const where = { userId_requestKey: { userId, requestKey } }
  const found = await ctx.prisma.fileUpload.findUnique({ where, select: { id: true, bytes: true } })
  if (found !== null && found.bytes !== BigInt(bytes)) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  return found?.id ?? null
}

/** Row and space in one statement, so that many at once never hold more than there is. */
function insert(
  ctx: UploadsContext,
  { userId, requestKey, bytes, name, kind, modifiedAt }: BeginUpload,
): Promise<{ id: string }[]> {
  const now = ctx.clock.now()
  const limit = BigInt(ctx.settings.fileSpaceMegabytes) * 1_000_000n
  return ctx.prisma.$queryRaw<{ id: string }[]>`
    WITH room AS (
      INSERT INTO file_space (user_id, bytes, held_bytes)
      SELECT ${userId}::uuid, 0, ${bytes}::bigint WHERE ${bytes}::bigint <= ${limit}::bigint AND ${mostOpenUploads} > (
        SELECT count(*) FROM file_uploads WHERE user_id = ${userId}::uuid AND held_bytes > 0
      )
      ON CONFLICT (user_id) DO UPDATE SET held_bytes = file_space.held_bytes + excluded.held_bytes
        WHERE file_space.bytes + file_space.held_bytes + excluded.held_bytes <= ${limit}::bigint
      RETURNING 1
    )
    INSERT INTO file_uploads (id, user_id, request_key, name, kind, modified_at, bytes, held_bytes, created_at, expires_at)
    SELECT ${ctx.newId()}::uuid, ${userId}::uuid, ${requestKey}, ${name ?? null}, ${kind ?? null}, ${modifiedAt ?? null}::timestamptz,
      ${bytes}::bigint, ${bytes}::bigint, ${now}, ${uploadExpiry(now)}
    FROM room RETURNING id`
}
