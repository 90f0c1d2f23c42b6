import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { draw, shownWords } from './draw.ts'
import { makePicture, type Job } from './make.ts'
import { paletteOf } from './palette.ts'
import { decode, encode, NoPicture, type Raster } from './raster.ts'
import { blend, whiteWeights } from './rework.ts'

const size = { width: 320, height: 200 }
const drawn = (prompt: string, seed = '1') => draw({ prompt, seed, ...size })
const base = { format: 'png', seed: '1' } as const

/** White in the left half, black in the right. */
function halfMask(): Raster {
  const rgba = Buffer.alloc(size.width * size.height * 4, 255)
  for (let at = 0; at < rgba.length; at += 4) if ((at / 4) % size.width >= size.width / 2) rgba.fill(0, at, at + 3)
  return { ...size, rgba }
}

function differing(one: Raster, other: Raster): { inside: number; outside: number } {
  const count = { inside: 0, outside: 0 }
  for (let pixel = 0; pixel < size.width * size.height; pixel += 1) {
    const [left, right] = [one, other].map(({ rgba }) => rgba.readUInt32LE(pixel * 4))
    if (left !== right) count[pixel % size.width < size.width / 2 ? 'inside' : 'outside'] += 1
  }
  return count
}

describe('a picture of a prompt', () => {
  it('has the size asked for, and shows other words as other pixels', async () => {
    const [one, other] = await Promise.all([drawn('雪'), drawn('雪山')])
    expect(one).toMatchObject(size)
    expect(one.rgba.equals(other.rgba)).toBe(false)
  })

  it('shows the words themselves: two prompts of one palette and seed differ where the letters stand, and nowhere else', async () => {
    const [one, other] = await Promise.all([drawn('雪一'), drawn('雪二')])
    const differs = Array.from({ length: size.height }, (_, row) => {
      const line = [one, other].map(({ rgba }) => rgba.subarray(row * size.width * 4, (row + 1) * size.width * 4))
      return !line[0]?.equals(line[1] ?? Buffer.alloc(0))
    })
    const rows = differs.flatMap((is, row) => (is ? [row] : []))
    expect(rows.length).toBeGreaterThan(10)
    expect(Math.min(...rows)).toBeGreaterThan(size.height * 0.3)
    expect(Math.max(...rows)).toBeLessThan(size.height * 0.7)
  })

  it('writes Chinese with glyphs and not with boxes', async () => {
    const [one, other] = await Promise.all([drawn('永'), drawn('国')])
    expect(one.rgba.equals(other.rgba)).toBe(false)
  })

  it('is the same for the same seed, and another for another', async () => {
    const [first, again, other] = await Promise.all([drawn('海边', '7'), drawn('海边', '7'), drawn('海边', '8')])
    expect(first.rgba.equals(again.rgba)).toBe(true)
    expect(first.rgba.equals(other.rgba)).toBe(false)
  })

  it('takes its colours from the prompt', async () => {
    const blueOf = async (prompt: string) =>
      (await sharp(await encode(await drawn(prompt), 'png')).stats()).channels[2]?.mean ?? 0
    expect(await blueOf('蓝色大海')).toBeGreaterThan((await blueOf('秋天落叶')) + 30)
    expect(paletteOf('一只猫')).toEqual(paletteOf('一只猫'))
    expect(paletteOf('一只猫')).not.toEqual(paletteOf('一只狗'))
  })

  it('cuts words that would get too small', () => {
    expect(shownWords('字'.repeat(200))).toHaveLength(72)
    expect(shownWords(' 一  二\n三 ')).toBe('一 二 三')
  })

  it('says that it is a sample where no shape that is delivered cuts it off', async () => {
    const ink = Number.parseInt(paletteOf('雪').ink.slice(1), 16)
    const side = 600
    const { rgba } = await draw({ prompt: '雪', seed: '1', width: side, height: side })
    const isInked = (row: number) =>
      Array.from({ length: side }, (_, x) => rgba.readUIntBE((row * side + x) * 4, 3)).includes(ink)
    const below = Array.from({ length: side }, (_, row) => row).filter((row) => row > side * 0.62 && isInked(row))
    expect(below.length).toBeGreaterThan(12)
    // 2.35:1 out of a square leaves so much of it.
    expect(Math.max(...below)).toBeLessThan(side * (0.5 + 0.5 / 2.35))
  })

  it('shows nothing of what is said to the sandbox', async () => {
    const [plain, told] = await Promise.all([drawn('雪山'), drawn('雪山 [[sandbox:partial]]')])
    expect(told.rgba.equals(plain.rgba)).toBe(true)
    expect(shownWords('[[sandbox:task-failed:2@qwen]] 雪')).toBe('雪')
  })

  it('takes markup for words', async () => {
    await expect(drawn('<b>粗</b> & "引"')).resolves.toMatchObject(size)
  })

  it.each(['png', 'jpeg', 'webp'] as const)('comes as %s', async (format) => {
    const bytes = await makePicture({ ...base, kind: 'new', prompt: '茶园', ...size, format }, 0)
    expect(await sharp(bytes).metadata()).toMatchObject({ format, ...size })
  })
})

describe('work on a picture', () => {
  it('changes every pixel of a mask and none beside it', async () => {
    const source = await drawn('雪山')
    const weights = whiteWeights(halfMask())
    const job: Job = { ...base, kind: 'edit', source, weights, prompt: '秋天' }
    const { inside, outside } = differing(source, await decode(await makePicture(job, 0)))
    expect(outside).toBe(0)
    expect(inside).toBeGreaterThan(size.width * size.height * 0.45)
  })

  it('mixes where a mask is grey', () => {
    const one = { width: 1, height: 1, rgba: Buffer.from([0, 100, 200, 255]) }
    const other = { width: 1, height: 1, rgba: Buffer.from([255, 200, 100, 255]) }
    expect([...blend(one, other, Uint8Array.of(128)).rgba]).toEqual([128, 150, 150, 255])
  })

  it('cuts the subject out of its background', async () => {
    const cut = await decode(await makePicture({ ...base, kind: 'cut-out', source: await drawn('猫') }, 0))
    const alpha = (x: number, y: number) => cut.rgba[(y * size.width + x) * 4 + 3]
    expect([alpha(0, 0), alpha(160, 100)]).toEqual([0, 255])
  })

  it('replaces the background and keeps the subject', async () => {
    const source = await drawn('猫')
    const made = await decode(await makePicture({ ...base, kind: 'background', source, prompt: '夜' }, 0))
    const pixel = ({ rgba }: Raster, x: number, y: number) => rgba.readUInt32LE((y * size.width + x) * 4)
    expect(pixel(made, 160, 100)).toBe(pixel(source, 160, 100))
    expect(pixel(made, 2, 2)).not.toBe(pixel(source, 2, 2))
  })

  it.each([2, 4])('enlarges %i times', async (factor) => {
    const bytes = await makePicture({ ...base, kind: 'upscale', source: await drawn('猫'), factor }, 0)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 320 * factor, height: 200 * factor })
  })

  it('gives variations that differ from the source and from each other', async () => {
    const source = await drawn('猫')
    const job: Job = { ...base, kind: 'variation', source, prompt: '' }
    const [one, two] = await Promise.all([0, 1].map(async (turn) => decode(await makePicture(job, turn))))
    expect(one?.rgba.equals(source.rgba)).toBe(false)
    expect(one?.rgba.equals(two?.rgba ?? Buffer.alloc(0))).toBe(false)
  })
})

it('refuses what is no picture', async () => {
  await expect(decode(Buffer.from('<html>'))).rejects.toBeInstanceOf(NoPicture)
})
