import { Readable } from 'node:stream'
import { docx, htmlAsJpeg, svg } from '@mozhou/integrations/files/testing/hostile'
import { parseId } from '@mozhou/contracts/ids'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { fileSpace } from './file-space.ts'
import { readFileLink, signFileLink } from './file-links.ts'
import { linkFile } from './link-file.ts'
import { getFile, listFiles } from './list-files.ts'
import { findBytes } from './open-file.ts'
import { emptyTrash } from './purge-files.ts'
import { removeFiles, restoreFiles } from './remove-files.ts'
import { fileActs, noisePicture } from './testing/file-acts.ts'
import { takeUnmarked } from './take-unmarked.ts'

let domain: TestDomain
let acts: ReturnType<typeof fileActs>
beforeAll(async () => {
  domain = await createTestDomain()
  acts = fileActs(domain.ctx)
})
afterAll(() => domain.close())

const newUser = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const list = async (userId: string, isTrashed = false) =>
  (await listFiles(domain.ctx, { userId, isTrashed, limit: 20 })).items
const limited = (fileSpaceMegabytes: number) =>
  fileActs({ ...domain.ctx, settings: { ...domain.ctx.settings, fileSpaceMegabytes } })

describe('an upload', () => {
  it('is listed with its name, size and thumbnails, and counted whole', async () => {
    const userId = await newUser()
    const fileId = await acts.upload(userId, await noisePicture(600), { name: 'C:\\我的\\春天.JPEG' })
    const [file] = await list(userId)
    expect(file).toMatchObject({ kind: 'picture', origin: 'upload', name: '春天.png', width: 600, height: 600 })
    expect(file?.thumbnails?.card).toMatch(/^\/f\/fil_/)
    const { counted, there } = await acts.space(userId)
    expect(counted).toBe(there)
    expect(file?.spaceBytes).toBe(counted)
    expect((await acts.read(fileId)).mediaType).toBe('image/png')
    const card = await sharp((await acts.read(fileId, 'card')).bytes).metadata()
    expect(card).toMatchObject({ format: 'webp', width: 480, height: 480 })
  })

  it('takes documents as they came, and shows none of them', async () => {
    const userId = await newUser()
    const bytes = docx()
    const fileId = await acts.upload(userId, bytes, { name: '报告.docx' })
    expect((await acts.read(fileId)).bytes.equals(bytes)).toBe(true)
    expect(await getFile(domain.ctx, { userId, fileId })).toMatchObject({
      name: '报告.docx',
      thumbnails: null,
      width: null,
    })
    const { url } = await linkFile(domain.ctx, { userId, fileId, use: 'show' })
    expect(url).toContain('use=download')
  })

  it.each<[string, () => Buffer, string]>([
    ['SVG', svg, 'FILE_TYPE_REFUSED'],
    ['a page that begins like a JPEG', htmlAsJpeg, 'FILE_DAMAGED'],
    ['nothing', () => Buffer.alloc(0), 'FILE_EMPTY'],
  ])('refuses %s, and keeps nothing of it', async (_what, bytes, code) => {
    const userId = await newUser()
    const before = await acts.stored()
    await expect(acts.upload(userId, bytes())).rejects.toMatchObject({ code })
    expect(await acts.stored()).toEqual(before)
    expect(await list(userId)).toEqual([])
  })

  it('is refused by what its sender says of its size before a byte is read, and by the bytes where they said less', async () => {
    const userId = await newUser()
    let read = 0
    async function* endless() {
      for (;;) {
        read += 1
        yield await Promise.resolve(Buffer.alloc(1_000_000))
      }
    }
    const large = { bytes: endless(), kind: 'document' as const }
    const code = 'FILE_TOO_LARGE'
    await expect(acts.upload(userId, Buffer.alloc(0), { ...large, saidBytes: 30_000_001 })).rejects.toMatchObject({
      code,
    })
    expect(read).toBe(0)
    await expect(acts.upload(userId, Buffer.alloc(0), { ...large, saidBytes: 10 })).rejects.toMatchObject({
      code,
      params: { field: 'file', maximum: 30 },
    })
    expect(read).toBeLessThan(40)
  })

  it('is refused when it is of another kind than is wanted', async () => {
    const wanted = { kind: 'document' } as const
    await expect(acts.upload(await newUser(), await noisePicture(), wanted)).rejects.toMatchObject({
      code: 'FILE_KIND_DIFFERS',
    })
  })

  it('is one file, however often its key comes, at once or later', async () => {
    const userId = await newUser()
    const bytes = await noisePicture()
    const requestKey = 'cover-1'
    const ids = await Promise.all([1, 2, 3].map(() => acts.upload(userId, bytes, { requestKey })))
    ids.push(await acts.upload(userId, bytes, { requestKey }))
    expect(new Set(ids).size).toBe(1)
    const { counted, there } = await acts.space(userId)
    expect(counted).toBe(there)
  })
})

describe('the space of a person', () => {
  it('holds however many files come at once, and is never passed', async () => {
    const userId = await newUser()
    const small = limited(1)
    const bytes = await noisePicture(180)
    const uploads = await Promise.allSettled(Array.from({ length: 50 }, () => small.upload(userId, bytes)))
    const refused = uploads.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    const { counted, there } = await acts.space(userId)
    expect(counted).toBe(there)
    expect(counted).toBeLessThanOrEqual(1_000_000)
    const one = (await list(userId))[0]?.spaceBytes ?? 0
    // What was refused had no room.
    expect(counted + one).toBeGreaterThan(1_000_000)
    expect(uploads.length - refused.length).toBe(Math.floor(1_000_000 / one))
    for (const reason of refused) expect(reason).toMatchObject({ code: 'FILES_FULL', params: { limit: 1 } })
  })

  it('is told by what it is for, and grows back when the trash is emptied', async () => {
    const userId = await newUser()
    const fileIds = [await acts.upload(userId, await noisePicture()), await acts.upload(userId, await noisePicture())]
    await acts.upload(userId, docx())
    const full = await fileSpace(domain.ctx, { userId })
    expect(full.purposes.map(({ purpose, files }) => [purpose, files])).toEqual([
      ['original', 3],
      ['delivery', 0],
      ['thumbnail', 4],
      ['mask', 0],
      ['intermediate', 0],
    ])
    expect(await removeFiles(domain.ctx, { userId, fileIds })).toEqual({ files: 2 })
    const trashed = await fileSpace(domain.ctx, { userId })
    expect(trashed).toMatchObject({ usedBytes: full.usedBytes, trash: { files: 2 } })
    expect(await emptyTrash(domain.ctx, { userId })).toEqual({ files: 2 })
    const { usedBytes, trash } = await fileSpace(domain.ctx, { userId })
    expect(usedBytes).toBe(full.usedBytes - trashed.trash.bytes)
    expect(trash).toEqual({ files: 0, bytes: 0 })
    expect(await emptyTrash(domain.ctx, { userId })).toEqual({ files: 0 })
  })

  it('keeps what was paid for, however full it is', async () => {
    const userId = await newUser()
    const full = limited(0)
    await expect(full.upload(userId, await noisePicture())).rejects.toMatchObject({ code: 'FILES_FULL' })
    await full.generate(userId, await noisePicture())
    expect(await list(userId)).toHaveLength(1)
  })
})

describe('the trash', () => {
  it('takes files out of sight and gives them back; links lead nowhere meanwhile', async () => {
    const userId = await newUser()
    const fileId = await acts.upload(userId, await noisePicture())
    const link = { fileId, part: 'file', use: 'show' } as const
    const own = { userId, fileIds: [fileId] }
    await removeFiles(domain.ctx, own)
    expect(await list(userId)).toEqual([])
    const [trashed] = await list(userId, true)
    expect(trashed).toMatchObject({ daysLeft: 30, thumbnails: null })
    await expect(findBytes(domain.ctx, link)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    await expect(linkFile(domain.ctx, { userId, fileId, use: 'show' })).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    })
    expect(await restoreFiles(domain.ctx, own)).toEqual({ files: 1 })
    expect(await findBytes(domain.ctx, link)).toMatchObject({ name: '照片.png' })
  })

  it("knows nothing of other people's files", async () => {
    const fileId = await acts.upload(await newUser(), await noisePicture())
    const stranger = { userId: await newUser(), fileIds: [fileId] }
    expect(await removeFiles(domain.ctx, stranger)).toEqual({ files: 0 })
    expect(await restoreFiles(domain.ctx, stranger)).toEqual({ files: 0 })
    await expect(linkFile(domain.ctx, { ...stranger, fileId, use: 'show' })).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    })
  })
})

describe('a generated picture', () => {
  it('leaves with both marks, and never as the vendor sent it', async () => {
    const userId = await newUser()
    const bytes = await noisePicture(500)
    const fileId = await acts.generate(userId, bytes, { contentId: 'cre_mark' })
    const { bytes: left } = await acts.read(fileId)
    expect(left.includes('cre_mark')).toBe(true)
    expect(left.equals(bytes)).toBe(false)
    expect((await acts.read(fileId, 'card')).bytes.includes('cre_mark')).toBe(true)
    const kept = await domain.ctx.prisma.fileAsset.findMany({ where: { fileId }, orderBy: { purpose: 'asc' } })
    expect(kept.map(({ purpose }) => purpose)).toEqual(['delivery', 'original', 'thumbnail', 'thumbnail'])
  })

  it('is stored once by a worker that comes again', async () => {
    const userId = await newUser()
    const bytes = await noisePicture()
    const again = { originKey: `generation:${domain.ctx.newId()}:1` }
    const ids = [await acts.generate(userId, bytes, again), await acts.generate(userId, bytes, again)]
    expect(ids[0]).toBe(ids[1])
    expect(await list(userId)).toHaveLength(1)
  })

  it('is refused where a vendor sends something else', async () => {
    const userId = await newUser()
    await expect(acts.generate(userId, svg())).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' })
    await expect(acts.generate(userId, docx())).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' })
  })

  it('may be taken without the visible mark by who accepts the duty: noted, and marked inside', async () => {
    const userId = await newUser()
    const bytes = await noisePicture(300)
    const fileId = await acts.generate(userId, bytes, { contentId: 'cre_taken' })
    const { url } = await takeUnmarked(domain.ctx, { userId, fileId, acceptedTerms: '2026-12' })
    const asked = new URL(url, 'http://api.test').searchParams
    const link = readFileLink(domain.ctx, {
      file: url.slice(3, url.indexOf('?')),
      part: asked.get('part') ?? '',
      use: asked.get('use') ?? '',
      asset: asked.get('asset') ?? '',
      expires: asked.get('expires') ?? '',
      signature: asked.get('signature') ?? '',
    })
    const found = await findBytes(domain.ctx, link)
    const stream = (await domain.ctx.fileStore.open(found.sha256)) ?? Readable.from([])
    const taken = Buffer.concat(await stream.toArray())
    expect(taken.includes('cre_taken')).toBe(true)
    const pixels = (picture: Buffer) => sharp(picture).raw().toBuffer()
    expect((await pixels(taken)).equals(await pixels(bytes))).toBe(true)
    expect(await domain.ctx.prisma.unmarkedTake.findMany({ where: { userId } })).toMatchObject([
      { fileId, contentId: 'cre_taken', sha256: found.sha256, terms: '2026-12' },
    ])
    // It takes none of the person's space.
    const { counted, there } = await acts.space(userId)
    expect(counted).toBe(there)
  })

  it('is nothing that a person uploaded, or that another owns', async () => {
    const userId = await newUser()
    const fileId = await acts.upload(userId, await noisePicture())
    const acceptedTerms = '2026-12'
    await expect(takeUnmarked(domain.ctx, { userId, fileId, acceptedTerms })).rejects.toMatchObject({
      code: 'FILE_NOT_AI',
    })
    const other = await acts.generate(await newUser(), await noisePicture())
    await expect(takeUnmarked(domain.ctx, { userId, fileId: other, acceptedTerms })).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    })
  })
})

it('gives no bytes that belong to another file, whatever asset a link names', async () => {
  const userId = await newUser()
  const [own, other] = [
    await acts.generate(userId, await noisePicture()),
    await acts.upload(userId, await noisePicture()),
  ]
  const [asset] = await domain.ctx.prisma.fileAsset.findMany({ where: { fileId: other }, take: 1 })
  const link = { fileId: own, part: 'file', use: 'show', assetId: asset?.id ?? '' } as const
  expect(signFileLink(domain.ctx, link).url).toContain('asset=')
  await expect(findBytes(domain.ctx, link)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
})
