import type { FileKind, FileOrigin, FilePurpose, ThumbnailSize } from '@mozhou/contracts/files/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { driverFailure } from '../driver-failure.ts'
import { expiryOf, takesSpace } from './file-rules.ts'
import type { TxContext } from '../context.ts'

export interface NewAsset {
  purpose: FilePurpose
  size?: ThumbnailSize
  sha256: string
  mediaType: string
  bytes: number
  width?: number
  height?: number
}

export interface NewFile {
  userId: string
  creationId: string | null
  kind: FileKind
  origin: FileOrigin
  name: string
  contentId: string | null
  originKey: string | null
  assets: readonly NewAsset[]
}

const uniqueViolation = '23505'

/**
 * The file, its assets and the space they take, in one statement: fifty uploads at once never come to more than the limit. Without a limit for
 * what was paid for, which is kept whatever it comes to. The same origin key again is the same file.
 * @param file whose bytes are held (`hold-bytes.ts`)
 * @throws AppError FILES_FULL
 */
export async function insertFile(
  ctx: Pick<TxContext, 'prisma' | 'clock' | 'newId' | 'settings'>,
  file: NewFile,
  { isLimited }: { isLimited: boolean },
): Promise<string> {
  try {
    const [inserted] = await insert(ctx, file, isLimited)
    if (inserted) return inserted.id
  } catch (cause) {
    if (file.originKey === null || driverFailure(cause)?.originalCode !== uniqueViolation) throw cause
    return await idBehind(ctx, file.originKey)
  }
  throw new AppError('FILES_FULL', { limit: ctx.settings.fileSpaceMegabytes, field: 'file' })
}

/** Null when nothing was made under the key. */
export async function findByOrigin(ctx: Pick<TxContext, 'prisma'>, originKey: string): Promise<string | null> {
  const found = await ctx.prisma.file.findUnique({ where: { originKey }, select: { id: true } })
  return found?.id ?? null
}

async function idBehind(ctx: Pick<TxContext, 'prisma'>, originKey: string): Promise<string> {
  const { id } = await ctx.prisma.file.findUniqueOrThrow({ where: { originKey }, select: { id: true } })
  return id
}

function insert(
  ctx: Pick<TxContext, 'prisma' | 'clock' | 'newId' | 'settings'>,
  file: NewFile,
  isLimited: boolean,
): Promise<{ id: string }[]> {
  const now = ctx.clock.now()
  const limit = isLimited ? BigInt(ctx.settings.fileSpaceMegabytes) * 1_000_000n : null
  const taken = file.assets.reduce((sum, { purpose, bytes }) => sum + (takesSpace(purpose) ? bytes : 0), 0)
  const rows = JSON.stringify(file.assets.map((asset) => rowOf(ctx.newId(), asset, now)))
  return ctx.prisma.$queryRaw<{ id: string }[]>`
    WITH room AS (
      INSERT INTO file_space (user_id, bytes)
      SELECT ${file.userId}::uuid, ${taken}::bigint WHERE ${limit}::bigint IS NULL OR ${taken}::bigint <= ${limit}::bigint
      ON CONFLICT (user_id) DO UPDATE SET bytes = file_space.bytes + excluded.bytes
        WHERE ${limit}::bigint IS NULL OR file_space.bytes + excluded.bytes <= ${limit}::bigint
      RETURNING 1
    ), file AS (
      INSERT INTO files (id, user_id, creation_id, kind, origin, name, content_id, origin_key, space_bytes, created_at)
      SELECT ${ctx.newId()}::uuid, ${file.userId}::uuid, ${file.creationId}::uuid, ${file.kind}, ${file.origin}, ${file.name},
        ${file.contentId}, ${file.originKey}, ${taken}::bigint, ${now}
      FROM room RETURNING id
    ), assets AS (
      INSERT INTO file_assets (id, file_id, purpose, size, sha256, media_type, bytes, width, height, created_at, expires_at)
      SELECT a.id, file.id, a.purpose, a.size, a.sha256, a.media_type, a.bytes, a.width, a.height, ${now}, a.expires_at
      FROM file, jsonb_to_recordset(${rows}::jsonb) AS a(id uuid, purpose text, size text, sha256 text, media_type text, bytes int,
        width int, height int, expires_at timestamptz)
    )
    SELECT id FROM file`
}

function rowOf(id: string, { purpose, size, sha256, mediaType, bytes, width, height }: NewAsset, now: Date) {
  const expires_at = expiryOf(purpose, now)
  return { id, purpose, size, sha256, media_type: mediaType, bytes, width, height, expires_at }
}
