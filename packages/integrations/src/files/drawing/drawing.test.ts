import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load as readTags } from 'exifreader'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFileWork } from '../file-work.ts'
import type { FileWork } from '../port.ts'
import { lettersWithoutFont } from './drawing-fonts.ts'
import { qrPicture } from './testing/qr-picture.ts'

let folder: string
let work: FileWork
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mozhou-drawing-'))
  work = createFileWork({ mayWait: 20, timeLimitMs: 60_000 })
})
afterAll(async () => {
  await work.close()
  await rm(folder, { recursive: true })
})

const path = () => join(folder, String((count += 1)))
const to = () => ({ to: path(), thumbnails: { card: path(), icon: path() } })
const label = { producer: '墨舟', contentId: 'cre_1' }
const svgOf = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1440"><rect width="1080" height="1440" fill="#fff"/><text x="90" y="200" font-size="80" font-family="'Noto Sans SC',sans-serif">${words}</text></svg>`

/** Share of pixels that are not white in a part of a picture. */
async function ink(file: string, region: { left: number; top: number; width: number; height: number }) {
  const pixels = await sharp(file).extract(region).greyscale().raw().toBuffer()
  return pixels.filter((value) => value < 200).length / pixels.length
}
const words = { left: 80, top: 100, width: 900, height: 140 }
const corner = { left: 820, top: 1_320, width: 240, height: 100 }

describe('a card', () => {
  it('is drawn in fonts of ours, with both marks of an AI on it and on its thumbnails', async () => {
    const { picture, thumbnails } = await work.draw({ svg: svgOf('周末去山里住一晚 😀'), ...to(), label })
    expect(picture).toMatchObject({ type: 'image/png', width: 1_080, height: 1_440 })
    expect(await ink(picture.path, words)).toBeGreaterThan(0.05)
    expect(await ink(picture.path, corner)).toBeGreaterThan(0.3)
    for (const made of [picture, thumbnails.card, thumbnails.icon])
      expect(JSON.stringify(readTags(await readFile(made.path)))).toContain('cre_1')
  })

  it('has no mark where no model had a part in it', async () => {
    const { picture } = await work.draw({ svg: svgOf('手写的字'), ...to(), label: null })
    expect(await ink(picture.path, corner)).toBe(0)
    expect(JSON.stringify(readTags(await readFile(picture.path)))).not.toContain('AIGC')
  })

  it('is the same to the byte whenever it is drawn', async () => {
    const [one, other] = [
      await work.draw({ svg: svgOf('甲'), ...to(), label }),
      await work.draw({ svg: svgOf('甲'), ...to(), label }),
    ]
    expect(await readFile(one.picture.path)).toEqual(await readFile(other.picture.path))
  })

  it('names letters that it cannot draw, and makes no box of them', async () => {
    await expect(work.draw({ svg: svgOf('𠮷野家'), ...to(), label: null })).rejects.toMatchObject({
      code: 'PICTURE_LETTERS_MISSING',
      params: { letters: '𠮷' },
    })
    expect(lettersWithoutFont('墨舟 AI（2026）—— “好”👍🏽\n')).toEqual([])
  })

  it('fetches nothing that its words ask for', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="300"><rect width="300" height="300" fill="#fff"/><image width="300" height="300" xlink:href="file:///etc/hostname"/><image width="300" height="300" href="http://127.0.0.1:9/a.png"/></svg>`
    const { picture } = await work.draw({ svg, ...to(), label: null })
    expect(await ink(picture.path, { left: 0, top: 0, width: 300, height: 300 })).toBe(0)
  })
})

describe('a formula', () => {
  const draw = (tex: string, isDisplay = true) => work.drawFormula({ tex, isDisplay, ...to(), label: null })

  it('is drawn on white, larger beside the text than within it', async () => {
    const [display, inline] = [
      await draw(String.raw`\sum_{i=1}^n \frac{a_i}{\sqrt{b_i}}`),
      await draw(String.raw`\sum_{i=1}^n \frac{a_i}{\sqrt{b_i}}`, false),
    ]
    expect(display.picture.height).toBeGreaterThan(inline.picture.height)
    const { path: file, width, height } = display.picture
    expect(await ink(file, { left: 0, top: 0, width, height })).toBeGreaterThan(0.02)
    expect(await ink(file, { left: 0, top: 0, width: 10, height: 10 })).toBe(0)
  })

  it('carries the implicit mark of an AI, and nothing over its letters', async () => {
    const task = { tex: 'a+b', isDisplay: true, ...to() }
    const { picture } = await work.drawFormula({ ...task, label })
    const { picture: plain } = await work.drawFormula({ ...task, ...to(), label: null })
    expect(JSON.stringify(readTags(await readFile(picture.path)))).toContain('cre_1')
    expect(await sharp(picture.path).raw().toBuffer()).toEqual(await sharp(plain.path).raw().toBuffer())
  })

  it.each([
    String.raw`\text{面积} = \pi r^2`,
    String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`,
    String.raw`\mathfrak{A} \in \mathbb{R}, \; \boldsymbol{x} \succeq 0`,
    String.raw`\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}`,
  ])('knows %s', async (tex) => {
    const { picture } = await draw(tex)
    expect(picture.width).toBeGreaterThan(60)
  })

  it.each([
    String.raw`\frac{a`,
    String.raw`\unknowncommand`,
    String.raw`\href{https://example.com}{x}`,
    String.raw`\def\a{\a\a}\a`,
    'x'.repeat(3_000),
    '',
  ])('refuses %s', async (tex) => {
    await expect(draw(tex)).rejects.toMatchObject({ code: 'FORMULA_UNREADABLE' })
    // And goes on with the next.
    expect((await draw('a')).picture.width).toBeGreaterThan(20)
  })
})

describe('codes in a picture', () => {
  const read = async (picture: Buffer) => {
    const source = path()
    await writeFile(source, picture)
    return work.readCodes({ source })
  }

  it('are found with what they say, small, turned and several', async () => {
    const code = await qrPicture('https://example.com/加群', 180)
    const page = sharp({ create: { width: 1_600, height: 1_200, channels: 3, background: '#8aa' } })
    const turned = await sharp(code).rotate(12, { background: '#fff' }).toBuffer()
    const picture = await page
      .composite([
        { input: code, left: 100, top: 80 },
        { input: turned, left: 1_100, top: 700 },
      ])
      .jpeg({ quality: 70 })
      .toBuffer()
    expect(await read(picture)).toEqual([
      { kind: 'qr', text: 'https://example.com/加群' },
      { kind: 'qr', text: 'https://example.com/加群' },
    ])
  })

  it('are none in a picture without any, and a picture that is none is refused', async () => {
    const plain = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#369' } })
      .png()
      .toBuffer()
    expect(await read(plain)).toEqual([])
    await expect(read(Buffer.from('no picture'))).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  })
})
