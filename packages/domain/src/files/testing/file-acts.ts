import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { formatId } from '@mozhou/contracts/ids'
import sharp from 'sharp'
import { addWork } from '../../creations/testing/add-work.ts'
import { findBytes, openBytes } from '../open-file.ts'
import type { FilesContext } from '../files-context.ts'
import { keepPicture } from '../keep-picture.ts'
import type { MadeHere } from '../keep-picture.ts'
import { uploadFile } from '../upload-file.ts'
import type { Upload } from '../upload-file.ts'

/** A picture of noise, so that its bytes are its own and about as many as asked for. */
export function noisePicture(side = 64): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer()
}

/** What tests do with files, on the real store and the real process of pictures. */
export function fileActs(ctx: FilesContext) {
  const upload = async (userId: string, bytes: Uint8Array, more: Partial<Upload> = {}) =>
    uploadFile(ctx, {
      userId,
      bytes: Readable.from([bytes]),
      saidBytes: bytes.byteLength,
      requestKey: null,
      name: '照片.png',
      ...more,
    })
  return {
    upload,
    async generate(userId: string, bytes: Uint8Array, more: Partial<MadeHere> = {}) {
      const { creationId } = await addWork(ctx, userId)
      const made = {
        userId,
        creationId,
        originKey: `test:${ctx.newId()}:1`,
        contentId: formatId('creation', creationId),
      }
      return keepPicture(ctx, { ...made, name: '封面', bytes: Readable.from([bytes]), ...more })
    },
    async read(fileId: string, part: 'file' | 'card' | 'icon' = 'file') {
      const { sha256, mediaType } = await findBytes(ctx, { fileId, part, use: 'show' })
      return { bytes: await buffer(await openBytes(ctx, sha256)), mediaType }
    },
    /** Bytes that the ledger of space says, and those that the assets come to. */
    async space(userId: string) {
      const row = await ctx.prisma.fileSpace.findUnique({ where: { userId } })
      const [sum] = await ctx.prisma.$queryRaw<[{ bytes: bigint }]>`
        SELECT coalesce(sum(a.bytes), 0)::bigint AS bytes FROM files f JOIN file_assets a ON a.file_id = f.id
        WHERE f.user_id = ${userId}::uuid AND a.purpose IN ('original', 'delivery', 'thumbnail')`
      return { counted: Number(row?.bytes ?? 0n), there: Number(sum.bytes) }
    },
    async blobsOf(fileId: string) {
      const assets = await ctx.prisma.fileAsset.findMany({ where: { fileId }, select: { sha256: true, purpose: true } })
      return assets
    },
    /** Bytes of everything that is in the store. */
    async stored() {
      const { files } = await ctx.fileStore.list({ limit: 10_000 })
      return files.map(({ sha256 }) => sha256)
    },
    readStaged: (path: string) => readFile(path),
  }
}
