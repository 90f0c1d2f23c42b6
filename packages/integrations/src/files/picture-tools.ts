import type { ImageAbilities, PictureSize } from '@mozhou/contracts/models/image-abilities'
import { loadSharp } from '../ai/images/load-sharp.ts'
import { keepOutsideMask } from '../ai/images/masks.ts'
import { maxPicturePixels, openPicture } from '../ai/images/picture.ts'
import type { ExpectedSize, ImageRequest, Picture } from '../ai/images/port.ts'
import { expectedSize } from '../ai/images/request-rules.ts'
import { fetchFile } from './fetch-file.ts'

/** What is done with pictures that are whole in memory: those that a model made or works on. */
export interface PictureTools {
  /** @throws PictureRefused for bytes that are no picture, or a damaged one */
  openPicture(bytes: Uint8Array): Promise<Picture>
  /** @throws RangeError when the three are not of one size */
  keepOutsideMask(source: Picture, mask: Picture, made: Picture): Promise<Picture>
  /** The middle of a picture, a PNG. */
  cutPicture(picture: Picture, size: PictureSize): Promise<Picture>
  /** Stretched to a size, a PNG; for what came back a few pixels smaller than it went. */
  fitPicture(picture: Picture, size: PictureSize): Promise<Picture>
  /** Larger, with no detail added, in the format that it has. */
  enlargePicture(picture: Picture, factor: number): Promise<Picture>
  /** Whether any part of a mask is more white than black. */
  hasWhite(mask: Picture): Promise<boolean>
  /** Whether it is black and white, with no more grey than edges have. */
  isBlackAndWhite(mask: Picture): Promise<boolean>
  /** What the pictures of a request have to measure. */
  expectedSize(abilities: ImageAbilities, request: ImageRequest): ExpectedSize
  fetchFile(url: string, maxBytes: number): AsyncIterable<Uint8Array>
}

async function decoder({ bytes }: Picture) {
  const sharp = await loadSharp()
  return sharp(bytes, { limitInputPixels: maxPicturePixels, failOn: 'error' })
}

async function cutPicture(picture: Picture, { width, height }: PictureSize): Promise<Picture> {
  const left = Math.floor((picture.width - width) / 2)
  const top = Math.floor((picture.height - height) / 2)
  const bytes = await (await decoder(picture)).extract({ left, top, width, height }).png().toBuffer()
  return { bytes, type: 'image/png', width, height }
}

async function fitPicture(picture: Picture, { width, height }: PictureSize): Promise<Picture> {
  if (picture.width === width && picture.height === height) return picture
  const bytes = await (await decoder(picture)).resize(width, height, { fit: 'fill' }).png().toBuffer()
  return { bytes, type: 'image/png', width, height }
}

const formats = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' } as const

async function enlargePicture(picture: Picture, factor: number): Promise<Picture> {
  const size = { width: picture.width * factor, height: picture.height * factor }
  const larger = (await decoder(picture)).resize(size.width, size.height, { kernel: 'lanczos3' })
  const bytes = await larger.toFormat(formats[picture.type], { quality: 92 }).toBuffer()
  return { bytes, type: picture.type, ...size }
}

async function hasWhite(mask: Picture): Promise<boolean> {
  const whiteness = (await decoder(mask)).flatten({ background: '#000' }).toColourspace('b-w')
  return (await whiteness.extractChannel(0).raw().toBuffer()).some((value) => value > 127)
}

/** What compression leaves of pure black and white. */
const faintest = 48
const mostGrey = 0.05

async function isBlackAndWhite(mask: Picture): Promise<boolean> {
  const pixels = await (await decoder(mask)).flatten({ background: '#000' }).toColourspace('srgb').raw().toBuffer()
  const channels = pixels.length / (mask.width * mask.height)
  let grey = 0
  for (let at = 0; at < pixels.length; at += channels) {
    const red = pixels[at] ?? 0
    const others = channels < 3 ? [red] : [pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
    if (others.some((other) => Math.abs(other - red) > faintest)) return false
    if (red > faintest && red < 255 - faintest) grey += 1
  }
  return grey <= mask.width * mask.height * mostGrey
}

export const pictureTools: PictureTools = {
  openPicture,
  keepOutsideMask,
  cutPicture,
  fitPicture,
  enlargePicture,
  hasWhite,
  isBlackAndWhite,
  expectedSize,
  fetchFile,
}
