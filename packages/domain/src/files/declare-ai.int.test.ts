import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { film, webm } from '@mozhou/integrations/files/testing/media-samples'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filmFacts } from '../platform-media/film-facts.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { declareAi } from './declare-ai.ts'
import { getFile } from './list-files.ts'
import { findBytes, openBytes } from './open-file.ts'
import { uploadFile } from './upload-file.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''

const upload = (userId: string, bytes: Buffer) =>
  uploadFile(domain.ctx, {
    userId,
    bytes: Readable.from([bytes]),
    saidBytes: bytes.byteLength,
    requestKey: null,
    name: '早市.mp4',
  })

async function bytesOf(fileId: string): Promise<Buffer> {
  const { sha256 } = await findBytes(domain.ctx, { fileId, part: 'file', use: 'download' })
  return buffer(await openBytes(domain.ctx, sha256))
}

const spaceOf = async (userId: string) =>
  Number((await domain.ctx.prisma.fileSpace.findUniqueOrThrow({ where: { userId } })).bytes)

it('writes the mark into the film, once, whatever leaves of it then carries it, and its space is counted', async () => {
  const userId = await newPerson()
  const bytes = film({ seconds: 21 })
  const fileId = await upload(userId, bytes)
  expect(await getFile(domain.ctx, { userId, fileId })).toMatchObject({
    seconds: 21,
    width: 1_080,
    height: 1_920,
    isAiGenerated: false,
  })
  expect((await filmFacts(domain.ctx, { userId, fileId })).ai).toEqual({
    isGenerated: false,
    hasVisibleLabel: false,
    hasFileLabel: false,
  })
  const both = await Promise.all([1, 2].map(() => declareAi(domain.ctx, { userId, fileId })))
  for (const file of both) expect(file.isAiGenerated).toBe(true)
  const after = await bytesOf(fileId)
  expect(after.toString('utf8')).toContain(`"ProduceID":"${formatId('file', fileId)}"`)
  expect(after.toString('utf8').split('"Label":"1"')).toHaveLength(2)
  expect(await spaceOf(userId)).toBe(after.length)
  const facts = await filmFacts(domain.ctx, { userId, fileId })
  expect(facts).toMatchObject({ seconds: 21, bytes: after.length, ai: { isGenerated: true, hasFileLabel: true } })
  expect(await declareAi(domain.ctx, { userId, fileId })).toMatchObject({ bytes: after.length })
})

it('refuses what is not theirs, and leaves alone what it cannot write into', async () => {
  const [userId, other] = [await newPerson(), await newPerson()]
  const fileId = await upload(userId, film({ seconds: 22 }))
  await expect(declareAi(domain.ctx, { userId: other, fileId })).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
  const bytes = webm()
  const foreign = await upload(userId, bytes)
  await expect(declareAi(domain.ctx, { userId, fileId: foreign })).rejects.toMatchObject({
    code: 'FILE_MARK_IMPOSSIBLE',
  })
  expect(await bytesOf(foreign)).toEqual(bytes)
  expect((await getFile(domain.ctx, { userId, fileId: foreign })).isAiGenerated).toBe(false)
})

it('films from before they were measured are measured once, when they are needed', async () => {
  const userId = await newPerson()
  const fileId = await upload(userId, film({ seconds: 23, width: 720, height: 1_280 }))
  const none = { seconds: null, videoCodec: null, audioCodec: null, width: null, height: null }
  await domain.ctx.prisma.fileAsset.updateMany({ where: { fileId }, data: none })
  const measured = { seconds: 23, width: 720, height: 1_280, videoCodec: 'h264', audioCodec: 'aac' }
  expect(await filmFacts(domain.ctx, { userId, fileId })).toMatchObject(measured)
  expect(await domain.ctx.prisma.fileAsset.findFirst({ where: { fileId } })).toMatchObject(measured)
})
