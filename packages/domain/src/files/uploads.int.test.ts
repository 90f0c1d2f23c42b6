import { setTimeout as pause } from 'node:timers/promises'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { mostOpenUploads } from '@mozhou/contracts/files/kinds'
import { parseId } from '@mozhou/contracts/ids'
import { svg } from '@mozhou/integrations/files/testing/hostile'
import { m4a, mp4 } from '@mozhou/integrations/files/testing/media-samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { beginUpload } from './begin-upload.ts'
import type { BeginUpload } from './begin-upload.ts'
import { cancelUpload } from './end-uploads.ts'
import { fileSpace } from './file-space.ts'
import type { FilesContext } from './files-context.ts'
import { findUpload } from './find-upload.ts'
import { askUpload, finishUpload } from './finish-upload.ts'
import { getFile, listFiles } from './list-files.ts'
import { sweepFiles } from './sweep-files.ts'
import { fileActs, noisePicture } from './testing/file-acts.ts'
import { writePart } from './write-part.ts'

const hourMs = 3_600_000

let domain: TestDomain
let acts: ReturnType<typeof fileActs>
beforeAll(async () => {
  domain = await createTestDomain()
  acts = fileActs(domain.ctx)
})
afterAll(() => domain.close())

const newUser = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const limited = (fileSpaceMegabytes: number): FilesContext => ({
  ...domain.ctx,
  settings: { ...domain.ctx.settings, fileSpaceMegabytes },
})
const begin = (userId: string, bytes: number, more: Partial<BeginUpload> = {}, ctx: FilesContext = domain.ctx) =>
  beginUpload(ctx, { userId, bytes, requestKey: null, ...more })
const write = (userId: string, uploadId: string, offset: number, bytes: Uint8Array) =>
  writePart(domain.ctx, { userId, uploadId, offset, source: Readable.from([bytes]), saidBytes: bytes.byteLength })
const heldOf = async (userId: string) => {
  const { usedBytes, heldBytes } = await fileSpace(domain.ctx, { userId })
  return { usedBytes, heldBytes }
}
async function sendWhole(userId: string, bytes: Buffer, more: Partial<BeginUpload> = {}) {
  const uploadId = await begin(userId, bytes.byteLength, more)
  return { uploadId, standing: await write(userId, uploadId, 0, bytes) }
}

describe('an upload in parts', () => {
  it('becomes a file when the last part has come, and is counted once', async () => {
    const userId = await newUser()
    const bytes = mp4(50_000)
    const uploadId = await begin(userId, bytes.length, { name: '片头.MOV', kind: 'video' })
    expect(await heldOf(userId)).toEqual({ usedBytes: 0, heldBytes: bytes.length })
    let offset = 0
    for (const part of [bytes.subarray(0, 7), bytes.subarray(7, 30_000), bytes.subarray(30_000)]) {
      expect(await finishUpload(domain.ctx, await findUpload(domain.ctx, { userId, uploadId }))).toBeNull()
      ;({ offset } = await write(userId, uploadId, offset, part))
    }
    const { fileId } = await askUpload(domain.ctx, { userId, uploadId })
    expect(await getFile(domain.ctx, { userId, fileId: fileId ?? '' })).toMatchObject({
      kind: 'video',
      name: '片头.mp4',
      mediaType: 'video/mp4',
      bytes: bytes.length,
      thumbnails: null,
    })
    expect((await acts.read(fileId ?? '')).bytes.equals(bytes)).toBe(true)
    expect(await heldOf(userId)).toEqual({ usedBytes: bytes.length, heldBytes: 0 })
    expect(await domain.ctx.partialFiles.bytesOf(uploadId)).toBe(0)
  })

  it('is one file, however often and by how many its end is asked for', async () => {
    const userId = await newUser()
    const { uploadId, standing } = await sendWhole(userId, await noisePicture(80), { name: 'a.png' })
    const asked = await Promise.all([1, 2, 3, 4].map(() => finishUpload(domain.ctx, standing).catch(() => null)))
    const { fileId } = await askUpload(domain.ctx, { userId, uploadId })
    expect(new Set(asked.filter((id) => id !== null))).toEqual(new Set([fileId]))
    expect((await listFiles(domain.ctx, { userId, isTrashed: false, limit: 20 })).items).toHaveLength(1)
    const { counted, there } = await acts.space(userId)
    expect(counted).toBe(there)
    expect((await heldOf(userId)).heldBytes).toBe(0)
  })

  it('keeps what had come when the line broke, and goes on from there alone', async () => {
    const userId = await newUser()
    const bytes = m4a()
    const uploadId = await begin(userId, bytes.length)
    async function* broken() {
      yield bytes.subarray(0, 100)
      await Promise.reject(new Error('the line broke'))
    }
    const part = { userId, uploadId, offset: 0, source: broken(), saidBytes: bytes.length }
    await expect(writePart(domain.ctx, part)).rejects.toThrow('the line broke')
    expect(await askUpload(domain.ctx, { userId, uploadId })).toMatchObject({ offset: 100, fileId: null })
    await expect(write(userId, uploadId, 0, bytes)).rejects.toMatchObject({
      code: 'UPLOAD_OFFSET_DIFFERS',
      params: { offset: 100 },
    })
    await write(userId, uploadId, 100, bytes.subarray(100))
    expect((await askUpload(domain.ctx, { userId, uploadId })).fileId).not.toBeNull()
  })

  it('takes no byte more than was announced, whether its sender says so or not', async () => {
    const userId = await newUser()
    const uploadId = await begin(userId, 10)
    const refusal = { code: 'VALIDATION_FAILED', params: { field: 'upload-length', rule: 'too_big', maximum: 10 } }
    await expect(write(userId, uploadId, 0, Buffer.alloc(11))).rejects.toMatchObject(refusal)
    const silent = { userId, uploadId, offset: 0, source: Readable.from([Buffer.alloc(11)]), saidBytes: null }
    await expect(writePart(domain.ctx, silent)).rejects.toMatchObject(refusal)
    expect((await findUpload(domain.ctx, { userId, uploadId })).offset).toBe(0)
  })

  it('is examined like any other at its end; the refusal stays the answer, and the space is free', async () => {
    const userId = await newUser()
    const { uploadId, standing } = await sendWhole(userId, svg())
    await expect(finishUpload(domain.ctx, standing)).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' })
    expect(await heldOf(userId)).toEqual({ usedBytes: 0, heldBytes: 0 })
    await expect(askUpload(domain.ctx, { userId, uploadId })).rejects.toMatchObject({
      code: 'FILE_TYPE_REFUSED',
      params: { field: 'file' },
    })
    const other = await sendWhole(userId, mp4(), { kind: 'audio' })
    await expect(finishUpload(domain.ctx, other.standing)).rejects.toMatchObject({ code: 'FILE_KIND_DIFFERS' })
  })

  it('waits where its end cannot be made now, and is finished by the next question', async () => {
    const userId = await newUser()
    const { uploadId, standing } = await sendWhole(userId, await noisePicture(90))
    const busy = { ...domain.ctx, fileWork: { ...domain.ctx.fileWork, clean: () => Promise.reject(new Error('gone')) } }
    await expect(finishUpload(busy, standing)).rejects.toThrow('gone')
    // As after a process that was killed right here.
    expect(await findUpload(domain.ctx, { userId, uploadId })).toMatchObject({ fileId: null, offset: standing.bytes })
    expect((await askUpload(domain.ctx, { userId, uploadId })).fileId).not.toBeNull()
  })

  it('is nobody else’s', async () => {
    const [userId, stranger] = [await newUser(), await newUser()]
    const uploadId = await begin(userId, 10)
    const code = 'UPLOAD_NOT_FOUND'
    await expect(findUpload(domain.ctx, { userId: stranger, uploadId })).rejects.toMatchObject({ code })
    await expect(write(stranger, uploadId, 0, Buffer.alloc(3))).rejects.toMatchObject({ code })
    await expect(cancelUpload(domain.ctx, { userId: stranger, uploadId })).rejects.toMatchObject({ code })
    expect((await findUpload(domain.ctx, { userId, uploadId })).offset).toBe(0)
  })
})

describe('space', () => {
  it('is held by fifty that begin at once, and never more than there is', async () => {
    const userId = await newUser()
    const begun = await Promise.allSettled(Array.from({ length: 50 }, () => begin(userId, 300_000, {}, limited(5))))
    const refused = begun.filter((one) => one.status === 'rejected')
    expect(begun.length - refused.length).toBe(16)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'FILES_FULL', params: { limit: 5 } })
    expect((await heldOf(userId)).heldBytes).toBe(16 * 300_000)
    // What is held is nobody else's: neither an upload at once nor one in parts.
    await expect(fileActs(limited(5)).upload(userId, await noisePicture(350))).rejects.toMatchObject({
      code: 'FILES_FULL',
    })
  })

  it('that an upload held is its own at the end, even when nothing else is left', async () => {
    const userId = await newUser()
    const bytes = mp4(990_000)
    const ctx = limited(1)
    const uploadId = await begin(userId, bytes.length, {}, ctx)
    const standing = await write(userId, uploadId, 0, bytes)
    expect(await finishUpload(ctx, standing)).not.toBeNull()
    expect(await heldOf(userId)).toEqual({ usedBytes: bytes.length, heldBytes: 0 })
  })

  it('that pictures need beyond what was held may be missing at the end; room is made, and the end asked for again', async () => {
    const userId = await newUser()
    const bytes = await noisePicture(500)
    const ctx = limited(Math.ceil(bytes.length / 1_000_000))
    const filling = await begin(userId, ctx.settings.fileSpaceMegabytes * 1_000_000 - bytes.length, {}, ctx)
    const uploadId = await begin(userId, bytes.length, {}, ctx)
    const standing = await write(userId, uploadId, 0, bytes)
    await expect(finishUpload(ctx, standing)).rejects.toMatchObject({ code: 'FILES_FULL' })
    await cancelUpload(ctx, { userId, uploadId: filling })
    expect((await askUpload(ctx, { userId, uploadId })).fileId).not.toBeNull()
    const { counted, there } = await acts.space(userId)
    expect(counted).toBe(there)
    expect((await heldOf(userId)).heldBytes).toBe(0)
  })

  it('is given back once, whoever ends it first', async () => {
    const userId = await newUser()
    const ends = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { uploadId, standing } = await sendWhole(userId, m4a())
        return Promise.allSettled([finishUpload(domain.ctx, standing), cancelUpload(domain.ctx, { userId, uploadId })])
      }),
    )
    expect(ends).toHaveLength(12)
    await domain.ctx.prisma.fileUpload.deleteMany({ where: { userId, heldBytes: 0 } })
    const { counted, there } = await acts.space(userId)
    expect(counted).toBe(there)
    const [{ held }] = await domain.ctx.prisma.$queryRaw<[{ held: bigint }]>`
      SELECT coalesce(sum(held_bytes), 0)::bigint AS held FROM file_uploads WHERE user_id = ${userId}::uuid`
    expect((await heldOf(userId)).heldBytes).toBe(Number(held))
  })

  it('is not held by any number of uploads', async () => {
    const userId = await newUser()
    for (let count = 0; count < mostOpenUploads; count += 1) await begin(userId, 1)
    await expect(begin(userId, 1)).rejects.toMatchObject({
      code: 'UPLOADS_TOO_MANY',
      params: { maximum: mostOpenUploads },
    })
  })
})

describe('a beginning', () => {
  it('is one upload under one key, and another file under the same key is told so', async () => {
    const userId = await newUser()
    const keyed = { requestKey: 'video-1', name: 'a.mp4' }
    const begun = await Promise.all([1, 2, 3].map(() => begin(userId, 40, keyed)))
    expect(new Set(begun).size).toBe(1)
    expect((await heldOf(userId)).heldBytes).toBe(40)
    await expect(begin(userId, 41, keyed)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  it('is refused by what is said of the file, before a byte comes', async () => {
    const userId = await newUser()
    await expect(begin(userId, 50_000_001, { kind: 'picture' })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      params: { field: 'file', maximum: 50 },
    })
    await expect(begin(userId, 2_000_001, {}, limited(2))).rejects.toMatchObject({ code: 'FILES_FULL' })
  })
})

it('is over a day after its last part: sweeps take its bytes, and give back its space', async () => {
  const own = await createTestDomain()
  try {
    const userId = parseId('user', (await own.signUp()).user.id) ?? ''
    const uploadId = await beginUpload(own.ctx, { userId, bytes: 100, requestKey: null })
    const part = { userId, uploadId, source: Readable.from([randomBytes(30)]), saidBytes: 30 }
    own.advance(20 * hourMs)
    await writePart(own.ctx, { ...part, offset: 0 })
    own.advance(23 * hourMs)
    expect(await sweepFiles(own.ctx)).toMatchObject({ uploads: 0 })
    expect((await findUpload(own.ctx, { userId, uploadId })).offset).toBe(30)
    own.advance(hourMs)
    await expect(findUpload(own.ctx, { userId, uploadId })).rejects.toMatchObject({ code: 'UPLOAD_NOT_FOUND' })
    expect(await sweepFiles(own.ctx)).toMatchObject({ uploads: 1 })
    expect(await own.ctx.partialFiles.bytesOf(uploadId)).toBe(0)
    expect((await fileSpace(own.ctx, { userId })).heldBytes).toBe(0)
    // Bytes whose row is gone, of a process that was killed between the two.
    const orphan = own.ctx.newId()
    await own.ctx.partialFiles.write(orphan, Readable.from([randomBytes(5)]), { offset: 0, mostBytes: 9 })
    await pause(5)
    own.advance(49 * hourMs)
    expect(await sweepFiles(own.ctx)).toMatchObject({ staged: 1 })
    expect(await own.ctx.partialFiles.bytesOf(orphan)).toBe(0)
  } finally {
    await own.close()
  }
})
