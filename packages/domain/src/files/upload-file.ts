import { AppError } from '@mozhou/contracts/errors'
import { mostFileBytes, mostUploadBytes } from '@mozhou/contracts/files/kinds'
import type { FileKind } from '@mozhou/contracts/files/kinds'
import type { UploadFileInput } from '@mozhou/contracts/files/inputs'
import type { ExaminedFile } from '@mozhou/integrations/files/port'
import type { StagedFile } from '@mozhou/integrations/storage/port'
import { cleanName } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'
import { holdBytes } from './hold-bytes.ts'
import { holdCleaned } from './hold-pictures.ts'
import { findByOrigin, insertFile } from './insert-file.ts'
import type { NewAsset } from './insert-file.ts'
import { refuseWhenFull } from './refuse-when-full.ts'

export interface Upload extends UploadFileInput {
  userId: string
  bytes: AsyncIterable<Uint8Array>
  /** The same key of a person again is the same file. */
  requestKey: string | null
  /** The upload in parts that this is the end of; it has held the space. */
  uploadId?: string
  /** As the sender says, where they do: too much is refused before it is read. */
  saidBytes: number | null
}

const field = 'file'

/**
 * Takes a person's own file, whatever its sender calls it: its content says what it is. Pictures are kept upright, without what their camera
 * wrote beside them, and with thumbnails; documents, videos and sounds as they came.
 * @returns the id of the file
 * @throws AppError FILE_TOO_LARGE, FILES_FULL, FILE_EMPTY, FILE_TYPE_REFUSED, FILE_KIND_DIFFERS, FILE_ANIMATED, FILE_DAMAGED, FILE_PIXELS,
 *   FILE_ZIP_REFUSED, FILES_BUSY
 */
export async function uploadFile(ctx: FilesContext, upload: Upload): Promise<string> {
  const { userId } = upload
  const originKey = originOf(upload)
  const before = originKey === null ? null : await findByOrigin(ctx, originKey)
  if (before !== null) return before
  refuseTooMuch(upload.saidBytes ?? 0, upload.kind)
  if (upload.uploadId === undefined) await refuseWhenFull(ctx, { userId, moreBytes: upload.saidBytes ?? 0 })
  const staged = await receive(ctx, upload)
  try {
    if (staged.bytes === 0) throw new AppError('FILE_EMPTY', { field })
    const found = await examine(ctx, staged, upload.kind)
    const assets = await keep(ctx, staged, found)
    const owner = { userId, creationId: null, origin: 'upload', contentId: null, originKey } as const
    const name = cleanName(upload.name ?? '')
    const { uploadId = null } = upload
    return await insertFile(ctx, { ...owner, kind: found.kind, name, assets }, { isLimited: true, uploadId })
  } finally {
    await ctx.staging.discard(staged.path)
  }
}

function originOf({ userId, requestKey, uploadId }: Upload): string | null {
  if (uploadId !== undefined) return `parts:${uploadId}`
  return requestKey === null ? null : `upload:${userId}:${requestKey}`
}

/** @throws AppError FILE_TOO_LARGE */
export function refuseTooMuch(bytes: number, kind: FileKind | undefined): void {
  const maximum = mostOf(kind)
  if (bytes > maximum) throw new AppError('FILE_TOO_LARGE', { field, maximum: maximum / 1_000_000 })
}

const mostOf = (kind: FileKind | undefined) => (kind === undefined ? mostUploadBytes : mostFileBytes[kind])

async function receive(ctx: FilesContext, { bytes, kind }: Upload): Promise<StagedFile> {
  const most = mostOf(kind)
  try {
    return await ctx.staging.receive(bytes, most)
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'TooManyBytes') throw cause
    throw new AppError('FILE_TOO_LARGE', { field, maximum: most / 1_000_000 }, { cause })
  }
}

async function examine(ctx: FilesContext, staged: StagedFile, kind: FileKind | undefined): Promise<ExaminedFile> {
  const found = await ctx.fileWork.examine(staged.path)
  if (kind !== undefined && found.kind !== kind) throw new AppError('FILE_KIND_DIFFERS', { field })
  refuseTooMuch(staged.bytes, found.kind)
  return found
}

async function keep(ctx: FilesContext, staged: StagedFile, found: ExaminedFile): Promise<NewAsset[]> {
  if (found.kind !== 'picture') {
    await holdBytes(ctx, staged)
    const asset = { purpose: 'original', sha256: staged.sha256, bytes: staged.bytes, mediaType: found.type } as const
    return [found.kind === 'video' && found.film !== null ? { ...asset, ...found.film } : asset]
  }
  return holdCleaned(ctx, { source: staged.path, type: found.type })
}
