import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { MaskDto } from '@mozhou/contracts/images/answers'
import { mostFileBytes } from '@mozhou/contracts/files/kinds'
import { expiryOf } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'
import { holdBytes } from './hold-bytes.ts'
import { findByOrigin, insertFile } from './insert-file.ts'
import type { Upload } from './upload-file.ts'

const field = 'mask'

/**
 * Takes what a person painted over a picture: a PNG, kept as it came for a week. It takes none of their space and stands in no list.
 * @throws AppError FILE_TOO_LARGE, FILE_EMPTY, FILE_TYPE_REFUSED for what is no PNG, FILE_DAMAGED, FILE_PIXELS, FILES_BUSY
 */
export async function uploadMask(
  ctx: FilesContext,
  { userId, bytes, requestKey }: Pick<Upload, 'userId' | 'bytes' | 'requestKey'>,
): Promise<MaskDto> {
  const originKey = requestKey === null ? null : `mask:${userId}:${requestKey}`
  const before = originKey === null ? null : await findByOrigin(ctx, originKey)
  if (before !== null) return readMask(ctx, before)
  try {
    return await readMask(ctx, await keepMask(ctx, { userId, bytes, originKey }))
  } catch (cause) {
    throw cause instanceof AppError ? new AppError(cause.code, { ...cause.params, field }, { cause }) : cause
  }
}

async function keepMask(
  ctx: FilesContext,
  { userId, bytes, originKey }: { userId: string; bytes: AsyncIterable<Uint8Array>; originKey: string | null },
): Promise<string> {
  const staged = await receive(ctx, bytes)
  try {
    if (staged.bytes === 0) throw new AppError('FILE_EMPTY', { field })
    const found = await ctx.fileWork.examine(staged.path)
    if (found.kind !== 'picture' || found.type !== 'image/png') throw new AppError('FILE_TYPE_REFUSED', { field })
    const { type: mediaType, width, height } = found
    const { sha256 } = staged
    await holdBytes(ctx, staged)
    const asset = { purpose: 'mask' as const, sha256, bytes: staged.bytes, mediaType, width, height }
    const owner = { userId, creationId: null, origin: 'upload', contentId: null, originKey } as const
    return await insertFile(ctx, { ...owner, kind: 'picture', name: '遮罩', assets: [asset] }, { isLimited: false })
  } finally {
    await ctx.staging.discard(staged.path)
  }
}

async function receive(ctx: FilesContext, bytes: AsyncIterable<Uint8Array>) {
  const most = mostFileBytes.picture
  try {
    return await ctx.staging.receive(bytes, most)
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'TooManyBytes') throw cause
    throw new AppError('FILE_TOO_LARGE', { field, maximum: most / 1_000_000 }, { cause })
  }
}

async function readMask(ctx: FilesContext, fileId: string): Promise<MaskDto> {
  const { width, height, createdAt, expiresAt } = await ctx.prisma.fileAsset.findFirstOrThrow({
    where: { fileId, purpose: 'mask' },
    select: { width: true, height: true, createdAt: true, expiresAt: true },
  })
  const ends = expiresAt ?? expiryOf('mask', createdAt) ?? createdAt
  return { fileId: formatId('file', fileId), width: width ?? 0, height: height ?? 0, expiresAt: ends.toISOString() }
}
