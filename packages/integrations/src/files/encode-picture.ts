import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { labelPicture } from '../labels/label-picture.ts'
import { visibleMark } from '../labels/visible-mark.ts'
import { mostPixels } from './port.ts'
import type { ConvertTask, MadePicture, PictureType } from './port.ts'

/** A truncated picture is none; libvips looks at the number of pixels before it decodes one. */
export const openPicture = (source: string | Uint8Array) =>
  sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })

/** In one pass: upright, fitted, then the mark over it, so that it measures what the law asks for in the size that leaves. */
export async function convertPicture(task: ConvertTask): Promise<MadePicture> {
  const { source, type, to, longSide, label, isMarked } = task
  const { autoOrient: whole } = await openPicture(source).metadata()
  const share = longSide === null ? 1 : Math.min(1, longSide / Math.max(whole.width, whole.height))
  const size = {
    width: Math.max(1, Math.round(whole.width * share)),
    height: Math.max(1, Math.round(whole.height * share)),
  }
  const upright = openPicture(source).autoOrient()
  const fitted = share < 1 ? upright.resize(size.width, size.height, { fit: 'fill', kernel: 'lanczos3' }) : upright
  // JPEG knows no transparency, which would turn black.
  const ground = type === 'image/jpeg' ? fitted.flatten({ background: '#fff' }) : fitted
  const bytes = await encode(isMarked ? marked(ground, size) : ground, type).toBuffer()
  await writeFile(to, label === null ? bytes : labelPicture(bytes, type, label))
  return { path: to, type, ...size }
}

export function marked(picture: Sharp, size: { width: number; height: number }): Sharp {
  const mark = visibleMark(size)
  return picture.composite([{ input: Buffer.from(mark.svg), left: mark.left, top: mark.top }])
}

export function encode(picture: Sharp, type: PictureType): Sharp {
  if (type === 'image/png') return picture.png({ compressionLevel: 6 })
  if (type === 'image/webp') return picture.webp({ quality: 90 })
  return picture.jpeg({ quality: 92 })
}
