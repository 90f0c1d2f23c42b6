import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { MediaWanted } from './media-port.ts'
import { makeMedia } from './make-media.ts'

const id = 'f1'
const wanted = (change: Partial<MediaWanted> = {}): MediaWanted => ({
  id,
  roles: ['body'],
  mimeTypes: ['image/jpeg', 'image/png'],
  maxBytes: 1_048_576,
  needsPublicUrl: false,
  ...change,
})
const noise = async (size: number, type: 'png' | 'webp') =>
  new Uint8Array(
    await sharp({
      create: {
        width: size,
        height: size,
        channels: 3,
        background: '#888888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .toFormat(type)
      .toBuffer(),
  )
const bytesOf = async (file: Awaited<ReturnType<typeof makeMedia>>) => file.read(0, file.size)

it('gives a picture that fits as it is, to the byte', async () => {
  const bytes = await noise(64, 'png')
  const source = { name: 'a.png', mimeType: 'image/png', bytes }
  const made = await makeMedia({ id, wanted: wanted(), source, label: null })
  expect(Buffer.from(await bytesOf(made)).equals(Buffer.from(bytes))).toBe(true)
})

it('encodes another type anew, in the one that the platform likes best', async () => {
  const source = { name: 'a.webp', mimeType: 'image/webp', bytes: await noise(64, 'webp') }
  const made = await makeMedia({ id, wanted: wanted(), source, label: null })
  expect(made.mimeType).toBe('image/jpeg')
  expect((await sharp(await bytesOf(made)).metadata()).format).toBe('jpeg')
})

it('makes one that is too big smaller until it fits, and keeps the mark of an AI in the file', async () => {
  const source = { name: 'a.png', mimeType: 'image/png', bytes: await noise(1_400, 'png') }
  const label = { producer: '墨舟', contentId: 'ver_1' }
  const made = await makeMedia({ id, wanted: wanted({ maxBytes: 400_000 }), source, label })
  expect(made.size).toBeLessThanOrEqual(400_000)
  expect(Buffer.from(await bytesOf(made)).includes('ver_1')).toBe(true)
})

it('refuses what cannot be made to fit, and never sends something else in its place', async () => {
  const source = { name: 'a.png', mimeType: 'image/png', bytes: await noise(1_400, 'png') }
  await expect(makeMedia({ id, wanted: wanted({ maxBytes: 100 }), source, label: null })).rejects.toMatchObject({
    kind: 'invalid_request',
  })
  await expect(
    makeMedia({ id, wanted: wanted({ mimeTypes: ['video/mp4'] }), source, label: null }),
  ).rejects.toMatchObject({ kind: 'invalid_request' })
})
