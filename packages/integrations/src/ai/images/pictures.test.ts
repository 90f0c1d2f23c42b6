import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cappedFetch, readCapped, TooManyBytes } from './capped-body.ts'
import { keepOutsideMask, toAlphaMask } from './masks.ts'
import { openPicture, PictureRefused, sniffPicture } from './picture.ts'
import { countChanges, grainyPicture, middleMask } from './testing/pictures.ts'

async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  const cause: unknown = await openPicture(bytes).catch((error: unknown) => error)
  return cause instanceof PictureRefused ? cause.fault : undefined
}

describe('a picture', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('is opened as %s', async (format) => {
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#abc' } })
      .toFormat(format)
      .toBuffer()
    expect(await openPicture(bytes)).toMatchObject({ type: `image/${format}`, width: 30, height: 20 })
  })

  it('is nothing that only calls itself one', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
    const gif = 'GIF89a'
    for (const text of [svg, '<!doctype html>', gif, '']) expect(await faultOf(Buffer.from(text))).toBe('not_a_picture')
    expect(sniffPicture(Buffer.from('RIFF....WAVE'))).toBeNull()
  })

  it('with the head of a JPEG and a page behind it is damaged', async () => {
    expect(await faultOf(Buffer.from('\xff\xd8\xff\xe0<html></html>', 'latin1'))).toBe('damaged')
  })

  it.each(['png', 'jpeg', 'webp'] as const)('that breaks off is damaged: %s', async (format) => {
    const { bytes } = await grainyPicture(200, 200)
    const whole = await sharp(bytes).toFormat(format).toBuffer()
    expect(await faultOf(whole.subarray(0, whole.length * 0.6))).toBe('damaged')
  })

  it('of too many pixels is refused from its header', async () => {
    const header = await sharp({ create: { width: 12_000, height: 5_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const startedAt = performance.now()
    expect(await faultOf(header)).toBe('too_many_pixels')
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})

describe('a mask', () => {
  it('for those who look at transparency is clear where ours is white', async () => {
    const mask = await middleMask(64, 64)
    const { data, info } = await sharp(await toAlphaMask(mask))
      .raw()
      .toBuffer({ resolveWithObject: true })
    const alpha = (x: number, y: number) => data[(y * 64 + x) * 4 + 3]
    expect([info.channels, alpha(32, 32), alpha(0, 0), alpha(23, 32), alpha(24, 32)]).toEqual([4, 0, 255, 255, 0])
  })

  it('keeps what lies outside, to the pixel, alpha and all', async () => {
    const source = await openPicture(
      await sharp((await grainyPicture(64, 64)).bytes)
        .ensureAlpha(0.4)
        .png()
        .toBuffer(),
    )
    const [mask, made] = [await middleMask(64, 64), await openPicture(await solid(64, 64))]
    const kept = await keepOutsideMask(source, mask, made)
    expect(await countChanges(source, kept, mask)).toEqual({ marked: 256, inside: 256, outside: 0 })
    expect((await countChanges(made, kept, mask)).inside).toBe(0)
  })

  it('is not laid over a picture of another size', async () => {
    const source = await grainyPicture(64, 64)
    const made = await openPicture(await solid(60, 64))
    await expect(keepOutsideMask(source, await middleMask(64, 64), made)).rejects.toBeInstanceOf(RangeError)
  })
})

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#00ff00' } })
    .png()
    .toBuffer()

describe('bytes', () => {
  const endless = () => {
    let isCanceled = false
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => void (isCanceled = true),
    })
    return { response: new Response(body), isCanceled: () => isCanceled }
  }

  it('are read up to the bound, and no further', async () => {
    const { response, isCanceled } = endless()
    await expect(readCapped(response, 5_500)).rejects.toBeInstanceOf(TooManyBytes)
    expect(isCanceled()).toBe(true)
    expect(await readCapped(new Response('四个字啊'), 12)).toHaveLength(12)
  })

  it('that are announced to be too many are not read at all', async () => {
    const response = new Response('abc', { headers: { 'content-length': '100' } })
    await expect(readCapped(response, 50)).rejects.toBeInstanceOf(TooManyBytes)
  })

  it('come through a capped fetch with status and headers', async () => {
    const send = cappedFetch(async () => new Response('{}', { status: 429, headers: { 'retry-after': '2' } }), 10)
    const response = await send('https://example.com')
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([429, '2', '{}'])
    await expect(cappedFetch(async () => endless().response, 10)('https://example.com')).rejects.toBeInstanceOf(
      TooManyBytes,
    )
  })
})
