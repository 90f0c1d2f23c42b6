import { load as readTags } from 'exifreader'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { aigcJson } from './aigc-label.ts'
import { labelPicture } from './label-picture.ts'
import type { LabelledType } from './label-picture.ts'
import { visibleMark } from './visible-mark.ts'

const label = { producer: '墨舟 <AI> & "co"', contentId: 'gen_0190' }
const types = ['image/png', 'image/jpeg', 'image/webp'] as const

const plain = (format: 'png' | 'jpeg' | 'webp', hasAlpha = false) =>
  sharp({ create: { width: 61, height: 47, channels: hasAlpha ? 4 : 3, background: '#c85' } })
    .toFormat(format)
    .toBuffer()
const formatOf = (type: LabelledType) => type.slice(6) as 'png' | 'jpeg' | 'webp'

/** As a library that we did not write reads it. */
function readBack(bytes: Uint8Array): { aigc: string | undefined; source: string | undefined } {
  const tags = readTags(Buffer.from(bytes)) as Record<string, { value?: unknown } | undefined>
  const textOf = (name: string) => tags[name]?.value?.toString()
  return { aigc: textOf('AIGC'), source: textOf('DigitalSourceType') }
}

describe.each(types)('the implicit mark in %s', (type) => {
  it('is read by another library, to the letter', async () => {
    const labelled = labelPicture(await plain(formatOf(type)), type, label)
    const { aigc, source } = readBack(labelled)
    expect(unescaped(aigc ?? '')).toBe(aigcJson(label))
    expect(source).toContain('trainedAlgorithmicMedia')
    const { xmp, width, height } = await sharp(labelled).metadata()
    expect(xmp?.toString('utf8')).toContain('<TC260:AIGC>')
    expect({ width, height }).toEqual({ width: 61, height: 47 })
  })

  it('changes no pixel', async () => {
    const before = await plain(formatOf(type), type !== 'image/jpeg')
    const after = labelPicture(before, type, label)
    const raw = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
    expect((await raw(after)).equals(await raw(before))).toBe(true)
  })

  it('is there once, however often it is written, and in place of metadata that was there', async () => {
    const old = await sharp(await plain(formatOf(type)))
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">old</x:xmpmeta>')
      .toFormat(formatOf(type))
      .toBuffer()
    const twice = labelPicture(labelPicture(old, type, { ...label, contentId: 'gen_first' }), type, label)
    const text = Buffer.from(twice).toString('utf8')
    expect(text.split('<TC260:AIGC>')).toHaveLength(2)
    expect(text).not.toContain('gen_first')
    expect(unescaped(readBack(twice).aigc ?? '')).toBe(aigcJson(label))
  })

  it('is not there before it is written, nor after somebody cut it out or changed it', async () => {
    const bare = await plain(formatOf(type))
    expect(readBack(bare).aigc).toBeUndefined()
    const labelled = Buffer.from(labelPicture(bare, type, label))
    const renamed = Buffer.from(labelled)
    renamed.write('BIGC', renamed.indexOf('AIGC>'))
    renamed.write('BIGC', renamed.indexOf('</TC260:AIGC') + '</TC260:'.length)
    expect(readBack(renamed).aigc).toBeUndefined()
    const forged = Buffer.from(labelled)
    forged.write('gen_0191', forged.indexOf(label.contentId))
    expect(unescaped(readBack(forged).aigc ?? '')).not.toBe(aigcJson(label))
  })

  it('is lost by an encoding that does not write it anew', async () => {
    const labelled = labelPicture(await plain(formatOf(type)), type, label)
    expect(readBack(await sharp(labelled).toFormat(formatOf(type)).toBuffer()).aigc).toBeUndefined()
  })
})

it('keeps what is transparent in a lossless WebP', async () => {
  const source = await sharp({
    create: { width: 9, height: 5, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
  })
    .webp({ lossless: true })
    .toBuffer()
  const labelled = labelPicture(source, 'image/webp', label)
  expect(await sharp(labelled).metadata()).toMatchObject({ width: 9, height: 5, hasAlpha: true })
})

it('stands in a PNG as the chunk that the guide names', async () => {
  const labelled = Buffer.from(labelPicture(await plain('png'), 'image/png', label))
  expect(labelled.indexOf('iTXtXML:com.adobe.xmp')).toBeGreaterThan(0)
  expect(labelled.indexOf('iTXtXML:com.adobe.xmp')).toBeLessThan(labelled.indexOf('IDAT'))
})

describe('the visible mark', () => {
  it.each([
    [1536, 1024],
    [1024, 1536],
    [4096, 4096],
    [240, 180],
    [64, 48],
    [20, 20],
  ])('on %i × %i lies within the picture, its words at least a twentieth of the shorter side', (width, height) => {
    const mark = visibleMark({ width, height })
    expect(mark.textHeight).toBeGreaterThanOrEqual(Math.min(width, height) * 0.05)
    expect(mark.textHeight).toBeGreaterThanOrEqual(12)
    expect(mark.left).toBeGreaterThanOrEqual(0)
    expect(mark.top).toBeGreaterThanOrEqual(0)
    expect(mark.left + mark.width).toBeLessThanOrEqual(width)
    expect(mark.top + mark.height).toBeLessThanOrEqual(height)
  })

  it('is drawn as high as it says, without any font', async () => {
    const { svg, textHeight } = visibleMark({ width: 2_000, height: 1_000 })
    const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true })
    const isWhite = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 0) > 200
    const rows = Array.from({ length: info.height }, (_, y) =>
      Array.from({ length: info.width }, (__, x) => isWhite(x, y)).some(Boolean),
    )
    expect(rows.lastIndexOf(true) - rows.indexOf(true) + 1).toBeGreaterThanOrEqual(textHeight)
  })
})

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
