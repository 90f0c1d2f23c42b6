import sharp from 'sharp'
import { openPicture } from '../picture.ts'
import type { ImageRequest, Picture } from '../port.ts'

/** A picture in which every pixel differs from its neighbours, so that a change of any of them shows. */
export async function grainyPicture(width: number, height: number): Promise<Picture> {
  const rgb = Buffer.alloc(width * height * 3)
  for (let at = 0; at < rgb.length; at += 1) rgb[at] = (at * 2_654_435_761) >>> 24
  return openPicture(
    await sharp(rgb, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  )
}

/** White in a rectangle in the middle: a quarter of each side. */
export async function middleMask(width: number, height: number): Promise<Picture> {
  const [w, h] = [Math.round(width / 4), Math.round(height / 4)]
  const white = { create: { width: w, height: h, channels: 3 as const, background: '#fff' } }
  const input = await sharp(white).png().toBuffer()
  const black = { create: { width, height, channels: 3 as const, background: '#000' } }
  return openPicture(
    await sharp(black)
      .composite([{ input, gravity: 'centre' }])
      .png()
      .toBuffer(),
  )
}

const pixelsOf = ({ bytes }: Picture) => sharp(bytes).ensureAlpha().raw().toBuffer()

/** How many pixels differ where the mask is white, and how many where it is not. */
export async function countChanges(before: Picture, after: Picture, mask: Picture) {
  const [one, other, marked] = await Promise.all([before, after, mask].map(pixelsOf))
  const changed = { inside: 0, outside: 0, marked: 0 }
  for (let at = 0; at < (one?.length ?? 0); at += 4) {
    const isInside = marked?.[at] === 255
    if (isInside) changed.marked += 1
    if (one?.readUInt32LE(at) !== other?.readUInt32LE(at)) changed[isInside ? 'inside' : 'outside'] += 1
  }
  return changed
}

export const common = { count: 1, format: 'image/png', endUserKey: 'user_0193f2a4b6c87d1e' } as const

export function generation(prompt = '秋天的山村', changes: Partial<ImageRequest> = {}): ImageRequest {
  const request = { ...common, operation: 'generate', prompt, size: { width: 1024, height: 1024 } } as const
  return { ...request, ...changes } as ImageRequest
}
