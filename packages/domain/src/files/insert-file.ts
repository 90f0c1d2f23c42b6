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
  /** Of films. */
  seconds?: number
  videoCodec?: string
  audioCodec?: string | null
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

interface SpaceLimits {
  isLimited: boolean
  /** The upload whose end this is, and which held space for it. */
  uploadId?: string | null
}

const uniqueViolation = '23505'

/**
 * The file, its assets and the space they take, in one statement: fifty uploads at once never come to more than the limit. Without a limit for
 * what was paid for, which is kept whatever it comes to. What an upload in parts had held is given back in the same statement, which ends it.
 * The same origin key again is the same file.
 * @param file whose bytes are held (`hold-bytes.ts`)
 * @throws AppError FILES_FULL
 */
export async function insertFile(
  ctx: Pick<TxContext, 'prisma' | 'clock' | 'newId' | 'settings'>,
  file: NewFile,
  limits: SpaceLimits,
): Promise<string> {
  try {
    const [inserted] = await insert(ctx, file, limits)
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
  { isLimited, uploadId = null }: SpaceLimits,
): Promise<{ id: string }[]> {
  const now = ctx.clock.now()
  const limit = isLimited ? BigInt(ctx.settings.fileSpaceMegabytes) * 1_000_000n : null
  const taken = file.assets.reduce((sum, { purpose, bytes }) => sum + (takesSpace(purpose) ? bytes : 0), 0)
  const rows = JSON.stringify(file.assets.map((asset) => rowOf(ctx.newId(), asset, now)))
  const fileId = ctx.newId()
  // The upload is locked before the space, as whoever ends one does, so that they never wait for each other.
  return ctx.prisma.$queryRaw<{ id: string }[]>`
    WITH upload AS (
      SELECT held_bytes FROM file_uploads WHERE id = ${uploadId}::uuid FOR UPDATE
    ), held AS (
      SELECT coalesce(sum(held_bytes), 0)::bigint AS bytes FROM upload
    ), room AS (
      INSERT INTO file_space (user_id, bytes)
      SELECT ${file.userId}::uuid, ${taken}::bigint FROM held
      WHERE held.bytes >= 0 AND (${limit}::bigint IS NULL OR ${taken}::bigint <= ${limit}::bigint)
      ON CONFLICT (user_id) DO UPDATE SET bytes = file_space.bytes + excluded.bytes,
          held_bytes = file_space.held_bytes - (SELECT bytes FROM held)
        WHERE ${limit}::bigint IS NULL
          OR file_space.bytes + file_space.held_bytes - (SELECT bytes FROM held) + excluded.bytes <= ${limit}::bigint
      RETURNING 1
    ), file AS (
      INSERT INTO files (id, user_id, creation_id, kind, origin, name, content_id, origin_key, space_bytes, created_at)
      SELECT ${fileId}::uuid, ${file.userId}::uuid, ${file.creationId}::uuid, ${file.kind}, ${file.origin}, ${file.name},
        ${file.contentId}, ${file.originKey}, ${taken}::bigint, ${now}
      FROM room RETURNING id
    ), assets AS (
      INSERT INTO file_assets (id, file_id, purpose, size, sha256, media_type, bytes, width, height, seconds, video_codec, audio_codec,
        created_at, expires_at)
      SELECT a.id, file.id, a.purpose, a.size, a.sha256, a.media_type, a.bytes, a.width, a.height, a.seconds, a.video_codec,
        a.audio_codec, ${now}, a.expires_at
      FROM file, jsonb_to_recordset(${rows}::jsonb) AS a(id uuid, purpose text, size text, sha256 text, media_type text, bytes int,
        width int, height int, seconds float8, video_codec text, audio_codec text, expires_at timestamptz)
    ), over AS (
      UPDATE file_uploads SET held_bytes = 0, file_id = file.id FROM file WHERE file_uploads.id = ${uploadId}::uuid
    )
    SELECT id FROM file`
}

function rowOf(id: string, { sha256, mediaType, videoCodec, audioCodec, ...asset }: NewAsset, now: Date) {
  const expires_at = expiryOf(asset.purpose, now)
  return { ...asset, id, sha256, media_type: mediaType, video_codec: videoCodec, audio_codec: audioCodec, expires_at }
}
