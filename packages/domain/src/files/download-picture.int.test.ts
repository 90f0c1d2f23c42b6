import { buffer } from 'node:stream/consumers'
import { downloadFormats } from '@mozhou/contracts/files/kinds'
import type { DownloadFormat } from '@mozhou/contracts/files/kinds'
import { parseId } from '@mozhou/contracts/ids'
import { docx } from '@mozhou/integrations/files/testing/hostile'
import { load as readTags } from 'exifreader'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { readFileLink } from './file-links.ts'
import { linkFile } from './link-file.ts'
import { findBytes, openBytes } from './open-file.ts'
import type { PictureWish } from './picture-wish.ts'
import { removeFiles } from './remove-files.ts'
import { sweepFiles } from './sweep-files.ts'
import { takeUnmarked } from './take-unmarked.ts'
import { fileActs, noisePicture } from './testing/file-acts.ts'

let domain: TestDomain
let acts: ReturnType<typeof fileActs>
beforeAll(async () => {
  domain = await createTestDomain()
  acts = fileActs(domain.ctx)
})
afterAll(() => domain.close())

const newUser = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const plainPicture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#369' } })
    .png()
    .toBuffer()
const variantsOf = (fileId: string) =>
  domain.ctx.prisma.fileAsset.findMany({ where: { fileId, purpose: 'intermediate' }, orderBy: { createdAt: 'asc' } })

/** What whoever follows the address gets. */
async function fetched(url: string) {
  const asked = new URL(url, 'http://api.test').searchParams
  const of = (name: string) => asked.get(name) ?? ''
  const [file, part, use] = [url.slice(3, url.indexOf('?')), of('part'), of('use')]
  const sent = { file, part, use, asset: of('asset'), expires: of('expires'), signature: of('signature') }
  const found = await findBytes(domain.ctx, readFileLink(domain.ctx, sent))
  return { ...found, content: await buffer(await openBytes(domain.ctx, found.sha256)) }
}
const download = async (own: { userId: string; fileId: string }, wish: PictureWish) =>
  fetched((await linkFile(domain.ctx, { ...own, use: 'download', ...wish })).url)

/** As a reader of labels that is not ours finds it. */
function labelIn(picture: Buffer): unknown {
  const tags = readTags(picture) as Record<string, { value?: unknown } | undefined>
  return tags['AIGC']?.value
}

/** Height of the dark pill at the bottom right over plain ground, and its brightest, and how much of it is as dark as two over each other. */
async function markIn(picture: Buffer) {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const blue = (x: number, y: number) => data[(y * width + x) * channels + 2] ?? 0
  let rows = 0
  let brightest = 0
  let dark = 0
  let veryDark = 0
  for (let y = 0; y < height; y += 1) {
    let isDark = false
    for (let x = Math.floor(width / 2); x < width; x += 1) {
      brightest = Math.max(brightest, blue(x, y))
      if (blue(x, y) < 0x99 - 40) dark += 1
      if (blue(x, y) < 60) veryDark += 1
      isDark ||= blue(x, y) < 0x99 - 40
    }
    if (isDark) rows += 1
  }
  return { rows, brightest, twice: veryDark / Math.max(1, dark) }
}

describe('a generated picture', () => {
  it.each(downloadFormats)('leaves as %s, fitted, with both marks written anew at that size', async (format) => {
    const userId = await newUser()
    const fileId = await acts.generate(userId, await plainPicture(1_600, 1_200), { contentId: 'cre_down' })
    const { content, mediaType, name } = await download({ userId, fileId }, { format, size: '1080' })
    const endings: Record<DownloadFormat, string> = { png: 'png', jpeg: 'jpg', webp: 'webp' }
    expect([mediaType, name]).toEqual([`image/${format}`, `封面.${endings[format]}`])
    expect(await sharp(content).metadata()).toMatchObject({ format, width: 1_080, height: 810 })
    expect(labelIn(content)).toContain('cre_down')
    const { rows, brightest } = await markIn(content)
    // Letters of a twentieth of 810 are 41 high, and the pill around them half as much again: not what 1200 shrank to, nor twice over.
    expect(rows).toBeGreaterThanOrEqual(41)
    expect(rows).toBeLessThan(90)
    expect(brightest).toBeGreaterThan(225)
  })

  it('is never made larger, and not made anew where it is so already', async () => {
    const userId = await newUser()
    const fileId = await acts.generate(userId, await plainPicture(900, 600))
    const own = { userId, fileId }
    const kept = await acts.read(fileId)
    expect((await download(own, { size: '1080' })).content.equals(kept.bytes)).toBe(true)
    expect((await download(own, { format: 'png', size: '2048' })).content.equals(kept.bytes)).toBe(true)
    expect(await variantsOf(fileId)).toEqual([])
    expect(await sharp((await download(own, { format: 'webp', size: '1080' })).content).metadata()).toMatchObject({
      width: 900,
      height: 600,
    })
  })

  it('is made once for each format and size, for a week, and takes no space', async () => {
    const userId = await newUser()
    const fileId = await acts.generate(userId, await plainPicture(1_600, 900))
    const own = { userId, fileId }
    const before = await acts.space(userId)
    const wish = { format: 'webp', size: '720' } as const
    const all = await Promise.all([1, 2, 3].map(() => download(own, wish)))
    await download(own, { ...wish, size: '1080' })
    expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(1)
    const made = await variantsOf(fileId)
    expect(made.map(({ variant }) => variant)).toEqual(['image/webp:720:marked', 'image/webp:1080:marked'])
    const days = made.map(
      ({ createdAt, expiresAt }) => ((expiresAt?.getTime() ?? 0) - createdAt.getTime()) / 86_400_000,
    )
    expect(days).toEqual([7, 7])
    expect(await acts.space(userId)).toEqual(before)

    // One that ends within the day is made anew in its place; one that has ended goes.
    const soon = new Date(domain.ctx.clock.now().getTime() + 3_600_000)
    await domain.ctx.prisma.fileAsset.updateMany({
      where: { fileId, purpose: 'intermediate' },
      data: { expiresAt: soon },
    })
    await download(own, wish)
    const [renewed, old] = await variantsOf(fileId).then((rows) =>
      rows.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0)),
    )
    expect(renewed?.expiresAt?.getTime()).toBeGreaterThan(soon.getTime())
    expect(old?.expiresAt).toEqual(soon)
    await domain.ctx.prisma.fileAsset.update({ where: { id: old?.id ?? '' }, data: { expiresAt: new Date(1) } })
    await sweepFiles(domain.ctx)
    expect(await variantsOf(fileId)).toHaveLength(1)
  })

  it('leaves without the visible mark only by the duty, in the same formats and sizes, and noted each time', async () => {
    const userId = await newUser()
    const fileId = await acts.generate(userId, await plainPicture(1_600, 1_200), { contentId: 'cre_bare' })
    const take = async () => {
      const asked = { userId, fileId, acceptedTerms: '2026-12', format: 'jpeg', size: '720' } as const
      return fetched((await takeUnmarked(domain.ctx, asked)).url)
    }
    const [first, again] = [await take(), await take()]
    expect(again.sha256).toBe(first.sha256)
    expect(labelIn(first.content)).toContain('cre_bare')
    expect(await sharp(first.content).metadata()).toMatchObject({ format: 'jpeg', width: 720, height: 540 })
    expect((await markIn(first.content)).rows).toBe(0)
    // The marked one of the same format and size is another.
    const marked = await download({ userId, fileId }, { format: 'jpeg', size: '720' })
    expect((await markIn(marked.content)).rows).toBeGreaterThan(20)
    const takes = await domain.ctx.prisma.unmarkedTake.findMany({ where: { fileId } })
    expect(takes.map(({ sha256 }) => sha256)).toEqual([first.sha256, first.sha256])
  })
})

it('fits what the platform drew with the mark that it has, and draws no second one over it', async () => {
  const userId = await newUser()
  const fileId = await acts.generate(userId, await plainPicture(1_000, 800), { contentId: 'cre_drawn' })
  // Of what it draws itself it keeps the marked one alone.
  await domain.ctx.prisma.fileAsset.deleteMany({ where: { fileId, purpose: 'original' } })
  const { content } = await download({ userId, fileId }, { format: 'png', size: '720' })
  expect(labelIn(content)).toContain('cre_drawn')
  const { rows, twice } = await markIn(content)
  expect(rows).toBeGreaterThanOrEqual(29)
  // Of one alone only the edges of letters are, where fitting overshoots.
  expect(twice).toBeLessThan(0.3)
  const unmarked = { userId, fileId, acceptedTerms: '2026-12' }
  await expect(takeUnmarked(domain.ctx, unmarked)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
})

describe("a person's own picture", () => {
  it('is converted without marks, on white where JPEG knows no transparency', async () => {
    const userId = await newUser()
    const clear = { width: 1_000, height: 500, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
    const fileId = await acts.upload(userId, await sharp({ create: clear }).png().toBuffer())
    const { content } = await download({ userId, fileId }, { format: 'jpeg', size: '720' })
    expect(labelIn(content)).toBeUndefined()
    expect(await sharp(content).metadata()).toMatchObject({ format: 'jpeg', width: 720, height: 360 })
    expect((await sharp(content).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255])
  })

  it('is refused by field where it cannot be made', async () => {
    const userId = await newUser()
    const file = await acts.upload(userId, docx(), { name: '报告.docx' })
    await expect(download({ userId, fileId: file }, { size: '720' })).rejects.toMatchObject({
      code: 'FILE_NOT_PICTURE',
      params: { field: 'size' },
    })
    const long = await acts.upload(userId, await plainPicture(17_000, 20))
    await expect(download({ userId, fileId: long }, { format: 'webp' })).rejects.toMatchObject({
      code: 'PICTURE_FORMAT_SIDE',
      params: { field: 'format', maximum: 16_383 },
    })
    expect((await download({ userId, fileId: long }, { format: 'webp', size: '2048' })).mediaType).toBe('image/webp')
  })

  it('is nothing for others, and nothing in the trash', async () => {
    const userId = await newUser()
    const fileId = await acts.upload(userId, await noisePicture(800))
    const wish = { format: 'webp' } as const
    const foreign = { userId: await newUser(), fileId }
    await expect(download(foreign, wish)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    const { url } = await linkFile(domain.ctx, { userId, fileId, use: 'download', ...wish })
    await removeFiles(domain.ctx, { userId, fileIds: [fileId] })
    await expect(download({ userId, fileId }, wish)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    await expect(fetched(url)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
  })

  it('waits its turn, and whoever piles up more is told to wait', async () => {
    const userId = await newUser()
    const fileId = await acts.upload(userId, await noisePicture(900))
    const asked = await Promise.allSettled(
      Array.from({ length: 8 }, () => download({ userId, fileId }, { format: 'webp' })),
    )
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toHaveLength(3)
    for (const reason of refused) expect(reason).toMatchObject({ code: 'FILES_BUSY' })
  })
})
