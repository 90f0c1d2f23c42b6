import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { parseId } from '@mozhou/contracts/ids'
import { docx } from '@mozhou/integrations/files/testing/hostile'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { purgeTrash } from '../creations/purge-trash.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { holdBytes } from './hold-bytes.ts'
import { emptyTrash } from './purge-files.ts'
import { removeFiles } from './remove-files.ts'
import { sweepFiles, sweepOrphans } from './sweep-files.ts'
import { takeUnmarked } from './take-unmarked.ts'
import { fileActs, noisePicture } from './testing/file-acts.ts'

const dayMs = 86_400_000
const nothing = { files: 0, expired: 0, uploads: 0, blobs: 0, staged: 0 }

let domain: TestDomain
let acts: ReturnType<typeof fileActs>
beforeEach(async () => {
  domain = await createTestDomain()
  acts = fileActs(domain.ctx)
})
afterEach(() => domain.close())

const newUser = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const stage = (bytes: Uint8Array) => domain.ctx.staging.receive(Readable.from([bytes]), 1_000_000)

it('has nothing to do where nothing is over', async () => {
  const userId = await newUser()
  await acts.upload(userId, await noisePicture())
  await acts.generate(userId, await noisePicture())
  const before = await acts.stored()
  domain.advance(3 * dayMs)
  expect(await sweepFiles(domain.ctx)).toEqual(nothing)
  expect(await acts.stored()).toEqual(before)
})

describe('bytes', () => {
  it('go a day after nobody refers to them any more', async () => {
    const userId = await newUser()
    const fileId = await acts.upload(userId, await noisePicture())
    await removeFiles(domain.ctx, { userId, fileIds: [fileId] })
    await emptyTrash(domain.ctx, { userId })
    expect(await sweepFiles(domain.ctx)).toEqual(nothing)
    domain.advance(dayMs + 1)
    expect(await sweepFiles(domain.ctx)).toEqual({ ...nothing, blobs: 3 })
    expect(await acts.stored()).toEqual([])
  })

  it('stay for everybody else who has the same', async () => {
    const [one, other] = [await newUser(), await newUser()]
    const bytes = docx()
    const fileIds = [await acts.upload(one, bytes)]
    const kept = await acts.upload(other, bytes)
    await removeFiles(domain.ctx, { userId: one, fileIds })
    await emptyTrash(domain.ctx, { userId: one })
    domain.advance(2 * dayMs)
    expect(await sweepFiles(domain.ctx)).toEqual(nothing)
    expect((await acts.read(kept)).bytes.equals(bytes)).toBe(true)
  })

  it('without a row are orphans, once they are a day old', async () => {
    await domain.ctx.fileStore.put(await stage(randomBytes(100)))
    const userId = await newUser()
    const kept = await acts.upload(userId, await noisePicture())
    expect(await sweepOrphans(domain.ctx)).toEqual({ orphans: 0 })
    domain.advance(dayMs + 60_000)
    expect(await sweepOrphans(domain.ctx)).toEqual({ orphans: 1 })
    expect(await acts.stored()).toHaveLength(3)
    expect((await acts.read(kept)).bytes.length).toBeGreaterThan(0)
    expect(await sweepOrphans(domain.ctx)).toEqual({ orphans: 0 })
  })

  it('that were left waiting go too', async () => {
    await stage(randomBytes(100))
    domain.advance(dayMs + 60_000)
    expect(await sweepFiles(domain.ctx)).toEqual({ ...nothing, staged: 1 })
  })

  it('that somebody stores in the very moment in which a sweep takes them are there in the end', async () => {
    const bytes = randomBytes(200)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await holdBytes(domain.ctx, await stage(bytes))
    domain.advance(dayMs + 1)
    const held: Promise<void>[] = []
    const { fileStore } = domain.ctx
    // The test's clock is a day ahead of the disk's: what is being stored would seem to be left over.
    const staging = { ...domain.ctx.staging, clear: () => Promise.resolve(0) }
    const slow = {
      ...fileStore,
      // The store is slow to delete: the upload begins while the row is gone and not committed.
      delete: async (key: string) => {
        const staged = await stage(bytes)
        held.push(holdBytes(domain.ctx, staged))
        await new Promise((resolve) => setTimeout(resolve, 300))
        await fileStore.delete(key)
      },
    }
    expect(await sweepFiles({ ...domain.ctx, staging, fileStore: slow })).toMatchObject({ blobs: 1 })
    await Promise.all(held)
    expect(await fileStore.head(sha256)).toEqual({ bytes: 200 })
    expect(await domain.ctx.prisma.fileBlob.count({ where: { sha256 } })).toBe(1)
  })
})

describe('files', () => {
  it('go when their days in the trash are over, with their space', async () => {
    const userId = await newUser()
    const fileId = await acts.upload(userId, await noisePicture())
    await removeFiles(domain.ctx, { userId, fileIds: [fileId] })
    domain.advance(29 * dayMs)
    expect(await sweepFiles(domain.ctx)).toEqual(nothing)
    domain.advance(dayMs)
    expect(await sweepFiles(domain.ctx)).toMatchObject({ files: 1 })
    expect(await acts.space(userId)).toEqual({ counted: 0, there: 0 })
  })

  it('of a work go with its texts', async () => {
    const userId = await newUser()
    await acts.generate(userId, await noisePicture())
    await domain.ctx.prisma.creation.updateMany({ where: { userId }, data: { deletedAt: domain.ctx.clock.now() } })
    domain.advance(31 * dayMs)
    expect(await purgeTrash(domain.ctx)).toEqual({ purged: 1 })
    expect(await sweepFiles(domain.ctx)).toMatchObject({ files: 1 })
    expect(await acts.space(userId)).toEqual({ counted: 0, there: 0 })
  })

  it('that were made for a download end after a week; that they were taken stays noted', async () => {
    const userId = await newUser()
    const fileId = await acts.generate(userId, await noisePicture())
    await takeUnmarked(domain.ctx, { userId, fileId, acceptedTerms: '2026-12' })
    domain.advance(7 * dayMs)
    expect(await sweepFiles(domain.ctx)).toMatchObject({ expired: 1, blobs: 1 })
    expect(await domain.ctx.prisma.unmarkedTake.count({ where: { userId } })).toBe(1)
    expect((await acts.read(fileId)).bytes.length).toBeGreaterThan(0)
  })
})
