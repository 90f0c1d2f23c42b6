import { Readable } from 'node:stream'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { svg } from '@mozhou/integrations/files/testing/hostile'
import { m4a } from '@mozhou/integrations/files/testing/media-samples'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { beginUpload } from './begin-upload.ts'
import { cancelUpload } from './end-uploads.ts'
import { fileSpace } from './file-space.ts'
import { finishUpload } from './finish-upload.ts'
import { listUnfinishedUploads } from './list-uploads.ts'
import { writePart } from './write-part.ts'

const hourMs = 3_600_000

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const newUser = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const begin = (userId: string, bytes: number, more: { name?: string; modifiedAt?: string } = {}) =>
  beginUpload(domain.ctx, { userId, bytes, requestKey: null, ...more })
const write = (userId: string, uploadId: string, bytes: Uint8Array) =>
  writePart(domain.ctx, { userId, uploadId, offset: 0, source: Readable.from([bytes]), saidBytes: null })
const listed = (userId: string) => listUnfinishedUploads(domain.ctx, { userId })

it('are told with how far each is, until when it is kept, and what tells its file from another', async () => {
  const userId = await newUser()
  const modifiedAt = '2026-11-27T08:00:00.123Z'
  const first = await begin(userId, 100, { name: '旁白.wav', modifiedAt })
  const second = await begin(userId, 200)
  await write(userId, first, Buffer.alloc(38))
  expect(await listed(userId)).toMatchObject([
    { id: formatId('fileUpload', second), name: null, bytes: 200, receivedBytes: 0, modifiedAt: null },
    { id: formatId('fileUpload', first), name: '旁白.wav', bytes: 100, receivedBytes: 38, modifiedAt },
  ])
  const [, kept] = await listed(userId)
  const restMs = Date.parse(kept?.expiresAt ?? '') - domain.ctx.clock.now().getTime()
  expect([restMs > 23 * hourMs, restMs <= 24 * hourMs]).toEqual([true, true])
})

it('are nobody else’s, and none of those that are over', async () => {
  const [userId, stranger] = [await newUser(), await newUser()]
  const [taken, refused, givenUp] = [m4a(), svg(), Buffer.alloc(9)]
  for (const bytes of [taken, refused]) {
    const standing = await write(userId, await begin(userId, bytes.length), bytes)
    await finishUpload(domain.ctx, standing).catch(() => null)
  }
  await cancelUpload(domain.ctx, { userId, uploadId: await begin(userId, givenUp.length) })
  expect(await listed(userId)).toEqual([])
  await begin(userId, 70)
  expect(await listed(stranger)).toEqual([])
  expect(await listed(userId)).toHaveLength(1)
  domain.advance(24 * hourMs)
  expect(await listed(userId)).toEqual([])
})

it('give their space back at once when they are given up, once however many give them up', async () => {
  const userId = await newUser()
  const uploadId = await begin(userId, 500)
  const kept = await begin(userId, 30)
  const ends = await Promise.allSettled([1, 2, 3].map(() => cancelUpload(domain.ctx, { userId, uploadId })))
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'UPLOAD_NOT_FOUND' })
  expect((await fileSpace(domain.ctx, { userId })).heldBytes).toBe(30)
  expect(await listed(userId)).toMatchObject([{ id: formatId('fileUpload', kept) }])
})
