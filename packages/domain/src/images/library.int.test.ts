import { randomUUID } from 'node:crypto'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { listCreationsInput } from '@mozhou/contracts/creations/inputs'
import { generateImageInput, upscaleImageInput } from '@mozhou/contracts/images/inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duplicateCreation } from '../creations/duplicate-creation.ts'
import { getCreation } from '../creations/get-creation.ts'
import { listUserCreations } from '../creations/list-user-creations.ts'
import { listCreations } from '../creations/list-creations.ts'
import { purgeTrash } from '../creations/purge-trash.ts'
import { removeCreations } from '../creations/remove-creations.ts'
import { addWork } from '../creations/testing/add-work.ts'
import { getBalance } from '../credits/get-balance.ts'
import { listFiles } from '../files/list-files.ts'
import { sweepFiles } from '../files/sweep-files.ts'
import { uploadMask } from '../files/upload-mask.ts'
import { attachPicture, detachPicture, listAttachments } from './attachments.ts'
import { enlargeImage } from './enlarge-image.ts'
import { getImageCreation } from './get-image-creation.ts'
import { imagePrice, listImagePriceRows, listImagePrices, setImagePrices } from './image-prices.ts'
import { listImagePriceChanges } from './list-image-price-changes.ts'
import { generateImage, upscaleImage } from './request-image.ts'
import { createImageRig, sampleMask, samplePicture } from './testing/image-rig.ts'
import type { ImageRig } from './testing/image-rig.ts'
import { listWorkParts } from './work-parts.ts'

let rig: ImageRig
beforeAll(async () => {
  rig = await createImageRig()
})
afterAll(() => rig.domain.close())

const key = () => ({ requestKey: randomUUID() })
const uuid = (kind: 'file' | 'creation' | 'attachment', id: string) => parseId(kind, id) ?? ''

async function drawn(userId: string, more: object = {}) {
  const input = generateImageInput.parse({ prompt: '雪天的红灯笼', ...key(), ...more })
  const requested = await generateImage(rig.ctx, { ...input, userId })
  expect(await rig.run(requested)).toBe('finished')
  return requested
}
const nameOf = async (id: string) => (await rig.ctx.prisma.user.findUniqueOrThrow({ where: { id } })).username
const shown = (userId: string, creationId: string) => getImageCreation(rig.ctx, { creationId, userId })

const article = {
  title: '城市露营',
  summary: '摘要',
  body: '## 选地方\n\n先看水源。\n\n## 搭帐篷\n\n顺着风。',
  keywords: [],
}

async function writtenWork(userId: string): Promise<string> {
  const { creationId } = await addWork(rig.ctx, userId, { title: article.title, result: article })
  return creationId
}

describe('pictures of a work', () => {
  it('are made for its places, and stand there', async () => {
    const userId = await rig.addUser()
    const creationId = await writtenWork(userId)
    const parts = await listWorkParts(rig.ctx, { creationId, userId })
    expect(parts.map(({ role, place, title, size }) => [role, place, title, size])).toEqual([
      ['cover', null, '城市露营', 'wechat-cover'],
      ['illustration', 0, '选地方', 'landscape'],
      ['illustration', 1, '搭帐篷', 'landscape'],
    ])
    const work = { creationId: formatId('creation', creationId), role: 'illustration', place: 1 }
    const requested = await drawn(userId, { prompt: '', work })
    const [version] = (await shown(userId, requested.creationId)).versions
    expect(version).toMatchObject({ isPromptHelped: true, form: { work } })
    const attachments = await listAttachments(rig.ctx, { creationId, userId })
    expect(attachments).toMatchObject([
      { role: 'illustration', place: 1, imageCreationId: formatId('creation', requested.creationId) },
    ])
    expect(attachments[0]?.picture.fileId).toBe(version?.pictures[0]?.fileId)
  })

  it('are put there and taken out by hand, one cover at a time', async () => {
    const userId = await rig.addUser()
    const creationId = await writtenWork(userId)
    const [first, second] = [
      await rig.upload(userId, await samplePicture(64, 64)),
      await rig.upload(userId, await samplePicture(64, 64)),
    ]
    const cover = (fileId: string) => attachPicture(rig.ctx, { creationId, fileId, role: 'cover', userId })
    await cover(first)
    const again = await cover(second)
    expect(await listAttachments(rig.ctx, { creationId, userId })).toMatchObject([
      { id: again.id, role: 'cover', place: null },
    ])
    const missing = attachPicture(rig.ctx, { creationId, fileId: first, role: 'illustration', place: 9, userId })
    await expect(missing).rejects.toMatchObject({ code: 'WORK_PART_NOT_FOUND' })
    const stranger = await rig.addUser()
    const attachmentId = uuid('attachment', again.id)
    await expect(detachPicture(rig.ctx, { attachmentId, userId: stranger })).rejects.toMatchObject({
      code: 'ATTACHMENT_NOT_FOUND',
    })
    await detachPicture(rig.ctx, { attachmentId, userId })
    expect(await listAttachments(rig.ctx, { creationId, userId })).toEqual([])
  })

  it('outlive the work of pictures that they come from, and end with the text', async () => {
    const userId = await rig.addUser()
    const creationId = await writtenWork(userId)
    const requested = await drawn(userId)
    const fileId = uuid('file', (await shown(userId, requested.creationId)).versions[0]?.pictures[0]?.fileId ?? '')
    await attachPicture(rig.ctx, { creationId, fileId, role: 'cover', userId })
    await removeCreations(rig.ctx, { creationIds: [requested.creationId], userId })
    const monthLater = { ...rig.ctx, clock: { now: () => new Date(Date.now() + 32 * 86_400_000) } }
    await purgeTrash(monthLater)
    await sweepFiles(monthLater)
    expect(await listAttachments(rig.ctx, { creationId, userId })).toHaveLength(1)
    await removeCreations(monthLater, { creationIds: [creationId], userId })
    const later = { ...rig.ctx, clock: { now: () => new Date(Date.now() + 70 * 86_400_000) } }
    await purgeTrash(later)
    await sweepFiles(later)
    expect(await rig.ctx.prisma.file.count({ where: { id: fileId } })).toBe(0)
    expect(await rig.ctx.prisma.attachment.count({ where: { creationId } })).toBe(0)
  })
})

const keptFile = (fileId: string | undefined) =>
  rig.ctx.prisma.file.findUnique({
    where: { id: uuid('file', fileId ?? '') },
    select: {
      contentId: true,
      origin: true,
      assets: { where: { purpose: { not: 'thumbnail' } }, orderBy: { purpose: 'asc' } },
    },
  })

describe('the library', () => {
  it('lists, finds, opens and copies works of pictures', async () => {
    const userId = await rig.addUser()
    const requested = await drawn(userId, { count: 2 })
    const list = (more: object) => listCreations(rig.ctx, { ...listCreationsInput.parse(more), userId })
    const { items } = await list({ kind: 'image', search: '红灯笼' })
    expect(items).toMatchObject([{ kind: 'image', tool: 'text-to-image', title: '雪天的红灯笼' }])
    expect(items[0]?.thumbnail).toContain('part=card')
    expect((await list({ kind: 'writing' })).items).toEqual([])
    const opened = await getCreation(rig.ctx, { creationId: requested.creationId, userId })
    expect(opened).toMatchObject({
      kind: 'image',
      continuationsLeft: 0,
      currentVersion: { result: { prompt: '雪天的红灯笼' } },
    })
    const copy = await duplicateCreation(rig.ctx, { creationId: requested.creationId, ...key(), userId })
    const copied = await shown(userId, uuid('creation', copy.id))
    expect(copied.versions).toMatchObject([{ kind: 'copied', generationId: null, missing: 0 }])
    expect(copied.versions[0]?.pictures).toHaveLength(2)
    expect(copied.run).toBeNull()
  })

  it('enlarges plainly, for nothing, once', async () => {
    const userId = await rig.addUser()
    const fileId = await rig.upload(userId, await samplePicture(120, 80))
    const press = { image: { fileId }, factor: 4 as const, ...key(), userId }
    const first = await enlargeImage(rig.ctx, press)
    expect(first.picture).toMatchObject({ width: 480, height: 320 })
    expect(await enlargeImage(rig.ctx, press)).toMatchObject({ versionId: first.versionId })
    const work = await shown(userId, uuid('creation', first.creationId))
    expect(work.versions).toMatchObject([
      { kind: 'edited', isPlain: true, isByAi: false, model: null, form: { operation: 'upscale', factor: 4 } },
    ])
    expect(work.creation.status).toBe('succeeded')
    const own = { contentId: null, origin: 'upload', assets: [{ purpose: 'original', width: 480, height: 320 }] }
    expect(await keptFile(first.picture.fileId)).toMatchObject(own)
    expect((await getBalance(rig.ctx, { userId })).credits).toBe(50)
    const huge = { ...press, image: { fileId: await rig.upload(userId, await samplePicture(2_500, 2_500)) }, ...key() }
    await expect(enlargeImage(rig.ctx, huge)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE_TO_ENLARGE' })
  })

  it('says of a plain enlargement that a model made what it is of, in a copy too', async () => {
    const userId = await rig.addUser()
    const requested = await drawn(userId)
    const [picture] = (await shown(userId, requested.creationId)).versions[0]?.pictures ?? []
    const image = { fileId: uuid('file', picture?.fileId ?? '') }
    await enlargeImage(rig.ctx, { image, factor: 2, ...key(), userId })
    const larger = { isPlain: true, isByAi: true }
    const [, grown] = (await shown(userId, requested.creationId)).versions
    const marks = {
      contentId: grown?.id,
      origin: 'creation',
      assets: [{ purpose: 'delivery' }, { purpose: 'original' }],
    }
    expect(await keptFile(grown?.pictures[0]?.fileId)).toMatchObject(marks)
    expect((await shown(userId, requested.creationId)).versions[1]).toMatchObject(larger)
    const copy = await duplicateCreation(rig.ctx, { creationId: requested.creationId, ...key(), userId })
    expect((await shown(userId, uuid('creation', copy.id))).versions).toMatchObject([{ kind: 'copied', ...larger }])
  })

  it('shows no masks among the files', async () => {
    const userId = await rig.addUser()
    const bytes = async function* () {
      yield await sampleMask(64, 64)
    }
    const mask = await uploadMask(rig.ctx, { userId, bytes: bytes(), requestKey: 'm1' })
    expect(await uploadMask(rig.ctx, { userId, bytes: bytes(), requestKey: 'm1' })).toMatchObject({
      fileId: mask.fileId,
    })
    expect(mask).toMatchObject({ width: 64, height: 64 })
    expect((await listFiles(rig.ctx, { userId, isTrashed: false, limit: 20 })).items).toEqual([])
    await sweepFiles({ ...rig.ctx, clock: { now: () => new Date(Date.now() + 8 * 86_400_000) } })
    expect(await rig.ctx.prisma.file.count({ where: { userId } })).toBe(0)
  })
})

it('tells operators how many pictures a work has, those that were deleted not counted', async () => {
  const userId = await rig.addUser()
  const { creationId } = await drawn(userId, { count: 2 })
  await addWork(rig.ctx, userId)
  const piecesOf = async () =>
    (await listUserCreations(rig.ctx, { userId, limit: 20 })).items.map(({ kind, pieces }) => [kind, pieces])
  expect(await piecesOf()).toEqual([
    ['writing', null],
    ['image', 2],
  ])
  const { fileId } = await rig.ctx.prisma.imagePicture.findFirstOrThrow({
    where: { file: { creationId }, place: 1 },
    select: { fileId: true },
  })
  await rig.ctx.prisma.file.update({ where: { id: fileId ?? '' }, data: { deletedAt: new Date() } })
  expect((await piecesOf()).at(-1)).toEqual(['image', 1])
})

it('takes the price that an operator has set, of what is pressed from then on', async () => {
  const userId = await rig.addUser()
  const actor = { userId, requestId: 'req-1' }
  expect(await imagePrice(rig.ctx, 'image-upscale', 'standard')).toBe(10)
  const change = (credits: number, before: number, reason: string) =>
    setImagePrices(rig.ctx, {
      actor,
      reason,
      prices: [{ tool: 'image-upscale', quality: 'standard', credits, before }],
    })
  await change(6, 10, '厂商降价')
  expect(
    (await listImagePrices(rig.ctx)).find(({ tool, quality }) => tool === 'image-upscale' && quality === 'standard')
      ?.credits,
  ).toBe(6)
  const image = formatId('file', await rig.upload(userId, await samplePicture(512, 512)))
  const input = upscaleImageInput.parse({ image, ...key() })
  expect(await upscaleImage(rig.ctx, { ...input, userId })).toMatchObject({ priceCredits: 6 })
  expect(await rig.ctx.prisma.auditRow.findFirst({ where: { action: 'image-price.set' } })).toMatchObject({
    before: { 'image-upscale.standard': 10 },
    after: { 'image-upscale.standard': 6, reason: '厂商降价' },
  })
  // Somebody who still saw the old price overwrites nothing; the same price again is no change.
  await expect(change(8, 10, '没有看到')).rejects.toMatchObject({ code: 'IMAGE_PRICE_CHANGED', params: { credits: 6 } })
  await change(6, 6, '不变')
  await change(7, 6, '又调整')
  const { items } = await listImagePriceChanges(rig.ctx, { limit: 20 })
  const price = { tool: 'image-upscale', quality: 'standard' }
  expect(items).toMatchObject([
    { reason: '又调整', changes: [{ ...price, before: 6, credits: 7 }] },
    { reason: '厂商降价', changes: [{ ...price, before: 10, credits: 6 }] },
  ])
  expect(items.map(({ by }) => by)).toEqual([await nameOf(userId), await nameOf(userId)])
  const rows = await listImagePriceRows(rig.ctx)
  expect(rows.filter(({ since }) => since !== null)).toMatchObject([{ ...price, credits: 7 }])
})

it('fetches a picture from an address of the internet alone, and once', async () => {
  const userId = await rig.addUser()
  const bytes = await samplePicture(512, 512)
  let fetched = 0
  const ctx = {
    ...rig.ctx,
    pictureTools: {
      ...rig.ctx.pictureTools,
      async *fetchFile() {
        fetched += 1
        yield bytes
      },
    },
  }
  const press = { ...upscaleImageInput.parse({ image: 'https://example.com/a/cat.png', ...key() }), userId }
  await upscaleImage(ctx, press)
  await upscaleImage(ctx, press)
  expect(fetched).toBe(1)
  const inner = upscaleImageInput.parse({ image: 'http://127.0.0.1:1/cat.png', ...key() })
  await expect(upscaleImage(rig.ctx, { ...inner, userId })).rejects.toMatchObject({
    code: 'IMAGE_URL_REFUSED',
    params: { field: 'image' },
  })
})
