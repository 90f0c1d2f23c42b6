import sharp from 'sharp'

/** Pixels of a picture, four bytes each. */
export interface Raster {
  width: number
  height: number
  rgba: Buffer
}

export type PictureFormat = 'png' | 'jpeg' | 'webp'

/** What a caller sent is no picture, or one that is too large to be looked at. */
export class NoPicture extends Error {
  override name = 'NoPicture'
}

const maxPixels = 50_000_000

export async function decode(bytes: Buffer): Promise<Raster> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, rgba: data }
  } catch (cause) {
    throw new NoPicture('not a picture', { cause })
  }
}

export function open({ rgba, width, height }: Raster) {
  return sharp(rgba, { raw: { width, height, channels: 4 } })
}

/** PNG and WebP keep every pixel as it is; JPEG cannot. */
export async function encode(raster: Raster, format: PictureFormat): Promise<Buffer> {
  const image = open(raster)
  if (format === 'png') return image.png({ compressionLevel: 6 }).toBuffer()
  if (format === 'webp') return image.webp({ lossless: true, effort: 2 }).toBuffer()
  return image.flatten({ background: '#fff' }).jpeg({ quality: 90 }).toBuffer()
}

/** A raster through one of sharp's own operations; the size may change. */
export async function through(
  raster: Raster,
  change: (image: ReturnType<typeof open>) => ReturnType<typeof open>,
): Promise<Raster> {
  const { data, info } = await change(open(raster)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, rgba: data }
}
