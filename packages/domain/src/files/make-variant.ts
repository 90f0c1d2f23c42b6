import { AppError } from '@mozhou/contracts/errors'
import { storedPictureType } from '../stored-columns.ts'
import type { TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { createTurnsByKey } from '../turns.ts'
import { expiryOf } from './file-rules.ts'
import type { FilesContext } from './files-context.ts'
import { holdBytes } from './hold-bytes.ts'
import { contentProducer } from './keep-picture.ts'
import { leaving, openBytes } from './open-file.ts'
import type { Variant } from './picture-wish.ts'
import { withStaged } from './with-staged.ts'

/** What the pixels of a variant show: both marks, the implicit one alone, or none where no model had a part. */
type Marks = 'marked' | 'unmarked' | 'none'

export interface SourceFile {
  id: string
  contentId: string | null
  assets: readonly SourceAsset[]
}

interface SourceAsset {
  purpose: string
  sha256: string
  bytes: number
  mediaType: string
  width: number | null
  height: number | null
}

export const sourceFields = {
  id: true,
  kind: true,
  contentId: true,
  assets: {
    where: { purpose: { in: ['original', 'delivery'] } },
    select: { purpose: true, sha256: true, bytes: true, mediaType: true, width: true, height: true },
  },
}

export interface MadeVariant {
  assetId: string
  sha256: string
}

/** A picture of one person's at a time, in this process; whoever piles more up is told to wait. */
const inTurn = createTurnsByKey({
  atOnce: 1,
  queue: { mayWait: 4, refusal: () => new AppError('FILES_BUSY', { retryAfterSeconds: 10 }) },
})
/** One that ends within the day is made anew, so that no link outlives it. */
const leastLeftMs = 86_400_000

/**
 * A picture as somebody wants it, once for its file: kept for a week, at no cost of space.
 * @param also what is written with it, in one transaction
 * @throws AppError FILES_BUSY, FILE_DAMAGED, FILE_NOT_FOUND when it is gone by then
 */
export async function makeVariant(
  ctx: FilesContext,
  { userId, file, variant, marks }: { userId: string; file: SourceFile; variant: Variant; marks: Marks },
  also?: (tx: TxContext, made: MadeVariant) => Promise<void>,
): Promise<string> {
  const key = [variant.type, variant.longSide ?? 'full', marks].join(':')
  return inTurn(userId, async () => {
    const before = await findVariant(ctx, file.id, key)
    const made = before === null ? { key, ...(await convert(ctx, file, variant, marks)) } : before
    return inTransaction(ctx, async (tx) => {
      const row = 'assetId' in made ? made : await keep(tx, file.id, made)
      await also?.(tx, row)
      return row.assetId
    })
  })
}

async function findVariant(
  { prisma, clock }: FilesContext,
  fileId: string,
  variant: string,
): Promise<MadeVariant | null> {
  const found = await prisma.fileAsset.findUnique({
    where: { fileId_variant: { fileId, variant }, expiresAt: { gt: new Date(clock.now().getTime() + leastLeftMs) } },
    select: { id: true, sha256: true },
  })
  return found && { assetId: found.id, sha256: found.sha256 }
}

interface Converted {
  sha256: string
  bytes: number
  mediaType: string
  width: number | null
  height: number | null
}

/** From what has no visible mark yet, so that it is drawn anew at the size that leaves; what we drew ourselves has it already. */
function convert(ctx: FilesContext, file: SourceFile, variant: Variant, marks: Marks): Promise<Converted> {
  const original = file.assets.find(({ purpose }) => purpose === 'original')
  const source = original ?? leaving(file.assets)
  if (!source) throw new AppError('FILE_NOT_FOUND')
  return withStaged(ctx, async (reserve) => {
    const { path } = await ctx.staging.receive(await openBytes(ctx, source.sha256), source.bytes)
    try {
      const to = await reserve()
      const isMarked = marks === 'marked' && original !== undefined
      const size = await write(ctx, { file, variant, source, path, to, isMarked, marks })
      const staged = await ctx.staging.adopt(to)
      await holdBytes(ctx, staged)
      return { sha256: staged.sha256, bytes: staged.bytes, mediaType: variant.type, ...size }
    } finally {
      await ctx.staging.discard(path)
    }
  })
}

interface Writing {
  file: SourceFile
  variant: Variant
  source: SourceAsset
  path: string
  to: string
  isMarked: boolean
  marks: Marks
}

async function write({ fileWork }: FilesContext, { file, variant, source, path, to, isMarked, marks }: Writing) {
  const { type, longSide, isAsKept } = variant
  const label = file.contentId === null ? null : { producer: contentProducer, contentId: file.contentId }
  // Its pixels stay as they are.
  if (isAsKept && label !== null && marks === 'unmarked') {
    await fileWork.label({ source: path, type: storedPictureType(source.mediaType), to, label })
    return { width: source.width, height: source.height }
  }
  const { width, height } = await fileWork.convert({ source: path, type, to, longSide, label, isMarked })
  return { width, height }
}

/** One that ended meanwhile, or that another process made at the same moment, is taken over; none is kept of a file that is gone. */
async function keep(tx: TxContext, fileId: string, made: Converted & { key: string }): Promise<MadeVariant> {
  const { key, sha256, bytes, mediaType, width, height } = made
  const now = tx.clock.now()
  const [row] = await tx.prisma.$queryRaw<{ id: string }[]>`
    INSERT INTO file_assets (id, file_id, purpose, variant, sha256, media_type, bytes, width, height, created_at, expires_at)
    SELECT ${tx.newId()}::uuid, f.id, 'intermediate', ${key}, ${sha256}, ${mediaType}, ${bytes}::int, ${width}::int, ${height}::int,
      ${now}, ${expiryOf('intermediate', now)}
    FROM files f WHERE f.id = ${fileId}::uuid AND f.deleted_at IS NULL
    ON CONFLICT (file_id, variant) DO UPDATE SET sha256 = excluded.sha256, bytes = excluded.bytes, width = excluded.width,
      height = excluded.height, created_at = excluded.created_at, expires_at = excluded.expires_at
    RETURNING id`
  if (!row) throw new AppError('FILE_NOT_FOUND')
  return { assetId: row.id, sha256 }
}
