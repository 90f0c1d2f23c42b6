import type { Sharp } from 'sharp'
import { loadSharp } from './load-sharp.ts'
import { maxPicturePixels } from './picture.ts'
import type { Picture } from './port.ts'

async function open({ bytes }: Picture): Promise<Sharp> {
  const sharp = await loadSharp()
  return sharp(bytes, { limitInputPixels: maxPicturePixels, failOn: 'error' })
}

async function toPng(rgba: Buffer, { width, height }: Pick<Picture, 'width' | 'height'>): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
}

/** One byte a pixel, 255 where the mask is white. What is transparent counts as black. */
async function whiteness(mask: Picture): Promise<Buffer> {
  return (await open(mask)).flatten({ background: '#000' }).toColourspace('b-w').extractChannel(0).raw().toBuffer()
}

/** Our mask, white where a picture is made anew, as vendors want it that look at transparency: there it is transparent. */
export async function toAlphaMask(mask: Picture): Promise<Uint8Array> {
  const { width, height } = mask
  const rgba = Buffer.alloc(width * height * 4)
  const white = await whiteness(mask)
  for (let pixel = 0; pixel < white.length; pixel += 1) rgba[pixel * 4 + 3] = 255 - (white[pixel] ?? 0)
  return toPng(rgba, mask)
}

const rgbaOf = async (picture: Picture) => (await open(picture)).toColourspace('srgb').ensureAlpha().raw().toBuffer()

const mix = (kept: number, made: number, weight: number) => Math.round((kept * (255 - weight) + made * weight) / 255)

/**
 * The made picture inside the mask and the source outside, to the pixel; grey is a mixture. For vendors to whom a mask is a mere hint.
 * A PNG, since any other format would blur what was kept. @throws RangeError when the three are not of one size
 */
export async function keepOutsideMask(source: Picture, mask: Picture, made: Picture): Promise<Picture> {
  const { width, height } = source
  const isOneSize = [mask, made].every((other) => other.width === width && other.height === height)
  if (!isOneSize) throw new RangeError('source, mask and made picture differ in size')
  const [kept, white, drawn] = await Promise.all([rgbaOf(source), whiteness(mask), rgbaOf(made)])
  for (let at = 0; at < kept.length; at += 1) kept[at] = mix(kept[at] ?? 0, drawn[at] ?? 0, white[at >> 2] ?? 0)
  return { bytes: await toPng(kept, source), type: 'image/png', width, height }
}
