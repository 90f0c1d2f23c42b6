import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { adapt } from '@mozhou/platforms/adapt/adapt'
import { checkPackage } from '@mozhou/platforms/rules/check-package'
import { workOf } from '@mozhou/platforms/testing/works'
import sharp from 'sharp'
import { encode } from 'uqr'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { addWork } from '../creations/testing/add-work.ts'
import { fileActs, noisePicture } from '../files/testing/file-acts.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { keepDrawnMedium } from './keep-drawn-medium.ts'
import type { DrawnMedium } from './keep-drawn-medium.ts'
import { openDrawnMedium } from './open-drawn-medium.ts'
import { pictureFacts } from './picture-facts.ts'

let domain: TestDomain
let ctx: TestDomain['ctx']
let acts: ReturnType<typeof fileActs>
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = domain.ctx
  acts = fileActs(ctx)
  userId = parseId('user', (await domain.signUp()).user.id) ?? ''
})
afterAll(() => domain.close())

const qr = async (text: string) => {
  const { data, size } = encode(text, { border: 4 })
  const cells = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`<rect x="${x}" y="${y}" width="1" height="1"/>`] : [])),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="300" height="300"><rect width="${size}" height="${size}" fill="#fff"/>${cells.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

const drawnFor = async (isAiGenerated: boolean) => {
  const { creationId } = await addWork(ctx, userId)
  return { userId, creationId, title: '露营', isAiGenerated }
}
const cardOf = (words: string): DrawnMedium => {
  const card = adapt('xiaohongshu', workOf(words)).package.media.find((medium) => medium.kind === 'card')
  if (card?.kind !== 'card') throw new Error('no card')
  return card
}

it('draws a card and a formula once per content, as files of their author with what marks they need', async () => {
  const work = await drawnFor(true)
  const card = cardOf('山里的早晨很安静。')
  const ids = await Promise.all([keepDrawnMedium(ctx, card, work), keepDrawnMedium(ctx, card, work)])
  expect(new Set(ids).size).toBe(1)
  const formula = await keepDrawnMedium(ctx, { kind: 'formula', id: 'formula-1', tex: 'a^2', isDisplay: true }, work)
  const own = await keepDrawnMedium(ctx, card, { ...work, isAiGenerated: false })
  expect(new Set([...ids, formula, own]).size).toBe(3)
  const [file] = await pictureFacts(ctx, { userId, fileIds: [ids[0] ?? ''] })
  expect(file).toMatchObject({
    mimeType: 'image/png',
    width: 1_080,
    height: 1_440,
    codes: [],
    ai: { isGenerated: true, hasVisibleLabel: true, hasFileLabel: true },
  })
  expect((await acts.read(ids[0] ?? '')).bytes.toString('latin1')).toContain('ContentProducer')
  expect((await acts.read(own)).bytes.toString('latin1')).not.toContain('ContentProducer')
  const { counted, there } = await acts.space(userId)
  expect(counted).toBe(there)
})

it('opens a card as the picture that is uploaded', async () => {
  const work = await drawnFor(true)
  const opened = await openDrawnMedium(ctx, cardOf('拾柴，生火。'), work)
  expect(opened).toMatchObject({ mimeType: 'image/png', name: '露营 card-1.png' })
  expect(await sharp(opened.bytes).metadata()).toMatchObject({ format: 'png', width: 1_080, height: 1_440 })
  expect((await openDrawnMedium(ctx, cardOf('拾柴，生火。'), work)).fileId).toBe(opened.fileId)
})

it('takes a card out of the trash that is needed again', async () => {
  const work = await drawnFor(false)
  const card = cardOf('溪水从帐篷边流过。')
  const id = await keepDrawnMedium(ctx, card, work)
  await ctx.prisma.file.update({ where: { id }, data: { deletedAt: ctx.clock.now() } })
  expect(await keepDrawnMedium(ctx, card, work)).toBe(id)
  expect(await pictureFacts(ctx, { userId, fileIds: [id] })).toHaveLength(1)
})

it('finds the code in a picture, once, and the rule of the platform refuses it', async () => {
  const id = await acts.upload(userId, await qr('https://example.com/qun'))
  const read = vi.spyOn(ctx.fileWork, 'readCodes')
  const [fact] = await pictureFacts(ctx, { userId, fileIds: [id] })
  expect(fact?.codes).toEqual([{ kind: 'qr', text: 'https://example.com/qun' }])
  await pictureFacts(ctx, { userId, fileIds: [id] })
  expect(read).toHaveBeenCalledTimes(1)
  read.mockRestore()
  const work = workOf('山里的早晨很安静。', { media: fact ? [fact] : [] })
  const { results } = checkPackage(adapt('xiaohongshu', work).package, { day: '2026-11-30' })
  expect(results.map(({ code }) => code)).toContain('media.qr_code')
})

it('says that nobody has looked while pictures cannot be read, and looks the next time', async () => {
  const id = await acts.upload(userId, await noisePicture())
  const read = vi.spyOn(ctx.fileWork, 'readCodes').mockRejectedValueOnce(busy())
  expect((await pictureFacts(ctx, { userId, fileIds: [id] }))[0]?.codes).toBeNull()
  expect((await pictureFacts(ctx, { userId, fileIds: [id] }))[0]?.codes).toEqual([])
  read.mockRestore()
})

const busy = () => {
  return new AppError('FILES_BUSY', { retryAfterSeconds: 10 })
}

it('gives nobody the pictures of others, and none out of the trash', async () => {
  const other = parseId('user', (await domain.signUp()).user.id) ?? ''
  const id = await acts.upload(other, await noisePicture())
  await expect(pictureFacts(ctx, { userId, fileIds: [id] })).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
  await ctx.prisma.file.update({ where: { id }, data: { deletedAt: ctx.clock.now() } })
  await expect(pictureFacts(ctx, { userId: other, fileIds: [id] })).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
})
