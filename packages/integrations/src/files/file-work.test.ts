import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load as readTags } from 'exifreader'
import sharp from 'sharp'
import type { Region } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFileWork } from './file-work.ts'
import type { FileWork, PictureType } from './port.ts'
import * as hostile from './testing/hostile.ts'

let folder: string
let work: FileWork
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mozhou-work-'))
  work = createFileWork({ mayWait: 20, timeLimitMs: 60_000 })
})
afterAll(async () => {
  await work.close()
  await rm(folder, { recursive: true })
})

const path = () => join(folder, String((count += 1)))
const write = async (bytes: Uint8Array) => {
  const at = path()
  await writeFile(at, bytes)
  return at
}
const examine = async (bytes: Uint8Array) => work.examine(await write(bytes))
const thumbnails = () => ({ card: path(), icon: path() })
const photo = (format: 'png' | 'jpeg' | 'webp', width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#369' } }).toFormat(format)

describe('what a file is', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('tells a %s by its content, with its size', async (format) => {
    expect(await examine(await photo(format, 70, 30).toBuffer())).toEqual({
      kind: 'picture',
      type: `image/${format}`,
      width: 70,
      height: 30,
    })
  })

  it('reads the size of both simple forms of WebP', async () => {
    const lossless = await photo('webp', 33, 21).webp({ lossless: true }).toBuffer()
    expect(await examine(lossless)).toMatchObject({ width: 33, height: 21 })
  })

  it('tells a document by its parts', async () => {
    expect(await examine(hostile.docx())).toMatchObject({
      kind: 'document',
      type: expect.stringContaining('wordprocessingml'),
    })
  })

  it.each<[string, () => Buffer, string]>([
    ['SVG', hostile.svg, 'FILE_TYPE_REFUSED'],
    ['a page', () => Buffer.from('<!doctype html><script>1</script>'), 'FILE_TYPE_REFUSED'],
    ['a GIF', () => Buffer.from('GIF89a'), 'FILE_TYPE_REFUSED'],
    ['a zip that is no document', hostile.otherZip, 'FILE_TYPE_REFUSED'],
    ['a page that begins like a JPEG', hostile.htmlAsJpeg, 'FILE_DAMAGED'],
    ['a zip without an end', () => hostile.docx().subarray(0, 100), 'FILE_DAMAGED'],
    ['a zip whose directory lies', hostile.lyingZip, 'FILE_DAMAGED'],
    ['a zip bomb', () => hostile.zipBomb(40_000_000), 'FILE_ZIP_REFUSED'],
    ['a zip of too many entries', hostile.manyEntries, 'FILE_ZIP_REFUSED'],
    ['a document with macros', hostile.macros, 'FILE_ZIP_REFUSED'],
    ['a PNG of 400 megapixels', () => hostile.claimedPng(20_000, 20_000), 'FILE_PIXELS'],
    ['a PNG without a pixel', () => hostile.claimedPng(0, 20), 'FILE_DAMAGED'],
    ['a PNG that moves', () => hostile.animatedPng(hostile.claimedPng(9, 9)), 'FILE_ANIMATED'],
    ['nothing', () => Buffer.alloc(0), 'FILE_TYPE_REFUSED'],
  ])('refuses %s', async (_what, bytes, code) => {
    await expect(examine(bytes())).rejects.toMatchObject({ code, params: { field: 'file' } })
  })

  it('refuses a WebP that moves', async () => {
    const [red, blue] = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const frames = await sharp([red ?? '', blue ?? ''], { join: { animated: true } })
      .webp()
      .toBuffer()
    await expect(examine(frames)).rejects.toMatchObject({ code: 'FILE_ANIMATED' })
  })
})

describe("a person's own picture", () => {
  const clean = async (bytes: Uint8Array, type: PictureType) =>
    work.clean({ source: await write(bytes), type, to: path(), thumbnails: thumbnails() })

  it('is turned upright and loses what its camera wrote', async () => {
    const taken = await photo('jpeg')
      .withMetadata({ orientation: 6 })
      .withExif({
        IFD0: { Make: 'Somephone' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
      })
      .toBuffer()
    expect(Buffer.from(taken).includes('Somephone')).toBe(true)
    const { picture, thumbnails: small } = await clean(taken, 'image/jpeg')
    expect(picture).toMatchObject({ width: 600, height: 800 })
    const bytes = await readFile(picture.path)
    expect(bytes.includes('Somephone')).toBe(false)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect(small.card).toMatchObject({ width: 360, height: 480, type: 'image/webp' })
    expect(small.icon).toMatchObject({ width: 96, height: 96 })
  })

  it('loses a page that hid in its comment', async () => {
    const jpeg = await photo('jpeg').toBuffer()
    const page = Buffer.from('<script>alert(1)</script>')
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page])
    const both = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), page])
    const { picture } = await clean(both, 'image/jpeg')
    expect((await readFile(picture.path)).includes('<script>')).toBe(false)
  })

  it.each(['png', 'jpeg', 'webp'] as const)('is refused when a %s is cut off', async (format) => {
    const noise = sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
    const whole = await noise.toFormat(format).toBuffer()
    await expect(clean(whole.subarray(0, whole.length / 2), `image/${format}`)).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
    })
  })

  it('goes on after one that was refused', async () => {
    await expect(clean(hostile.htmlAsJpeg(), 'image/jpeg')).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
    expect((await clean(await photo('webp').toBuffer(), 'image/webp')).picture.width).toBe(800)
  })
})

/** `stats()` itself looks at the whole of what it was opened with. */
const colours = async (at: string, part: Region) => sharp(await sharp(at).extract(part).png().toBuffer()).stats()

describe('a generated picture', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'leaves as %s with both marks, and so do its thumbnails',
    async (format) => {
      const source = await write(await photo(format).toBuffer())
      const label = { producer: '墨舟', contentId: 'gen_7' }
      const made = await work.deliver({ source, type: `image/${format}`, to: path(), thumbnails: thumbnails(), label })
      for (const { path: at } of [made.picture, made.thumbnails.card, made.thumbnails.icon]) {
        const tags = readTags(await readFile(at)) as Record<string, { value?: unknown } | undefined>
        expect(tags['AIGC']?.value).toContain('gen_7')
      }
      // Bottom right is darker than the plain ground, and holds white.
      const corner = await colours(made.picture.path, { left: 600, top: 540, width: 200, height: 60 })
      expect(corner.channels[0]?.max).toBeGreaterThan(240)
      expect(corner.channels[2]?.min).toBeLessThan(110)
      const middle = await colours(made.picture.path, { left: 100, top: 100, width: 200, height: 60 })
      expect(middle.channels[2]?.stdev).toBeLessThan(3)
    },
  )
})

it('ends a picture that takes too long, says that it is busy, and goes on with the next', async () => {
  const hasty = createFileWork({ mayWait: 5, timeLimitMs: 1 })
  const source = await write(await photo('jpeg', 4_000, 3_000).toBuffer())
  const task = () => ({ source, type: 'image/jpeg' as const, to: path(), thumbnails: thumbnails() })
  await expect(hasty.clean(task())).rejects.toMatchObject({ code: 'FILES_BUSY' })
  await hasty.close()
})

it('lets so many wait, and no more', async () => {
  const narrow = createFileWork({ mayWait: 1, timeLimitMs: 60_000 })
  const source = await write(await photo('jpeg').toBuffer())
  const task = () => ({ source, type: 'image/jpeg' as const, to: path(), thumbnails: thumbnails() })
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => narrow.clean(task())))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
  await narrow.close()
})
