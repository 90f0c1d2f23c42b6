import type { Readable } from 'node:stream'
import { AppError } from '@mozhou/contracts/errors'
import type { ByteRange } from '@mozhou/integrations/storage/port'
import { downloadName } from './file-rules.ts'
import type { FileLink } from './file-links.ts'
import type { FilesContext } from './files-context.ts'

export interface FoundBytes {
  sha256: string
  bytes: number
  mediaType: string
  /** Under which it is saved. */
  name: string
}

const assetFields = { id: true, purpose: true, size: true, sha256: true, bytes: true, mediaType: true } as const

/** What a link leads to, as long as its file is there and not in the trash. @throws AppError FILE_NOT_FOUND */
export async function findBytes(
  ctx: Pick<FilesContext, 'prisma' | 'clock'>,
  { fileId, part, assetId }: FileLink,
): Promise<FoundBytes> {
  const file = await ctx.prisma.file.findFirst({
    where: { id: fileId, deletedAt: null },
    select: { name: true, assets: { select: { ...assetFields, expiresAt: true } } },
  })
  const now = ctx.clock.now()
  const live = file?.assets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now) ?? []
  const asset =
    assetId === undefined
      ? part === 'file'
        ? leaving(live)
        : live.find(({ size }) => size === part)
      : live.find(({ id }) => id === assetId)
  if (!file || !asset) throw new AppError('FILE_NOT_FOUND')
  const { sha256, bytes, mediaType } = asset
  return { sha256, bytes, mediaType, name: downloadName(file.name, mediaType) }
}

/** What leaves the platform: the marked one of what was generated, whose original never does. */
export function leaving<Asset extends { purpose: string }>(assets: readonly Asset[]): Asset | undefined {
  return assets.find(({ purpose }) => purpose === 'delivery') ?? assets.find(({ purpose }) => purpose === 'original')
}

/** @throws AppError FILE_NOT_FOUND when the store has lost them */
export async function openBytes(
  ctx: Pick<FilesContext, 'fileStore' | 'log'>,
  sha256: string,
  range?: ByteRange,
): Promise<Readable> {
  const stream = await ctx.fileStore.open(sha256, range)
  if (stream !== null) return stream
  ctx.log.error({ sha256, store: ctx.fileStore.name }, 'bytes that a file refers to are not in the store')
  throw new AppError('FILE_NOT_FOUND')
}
