import type { PictureType } from '@mozhou/contracts/models/image-kinds'
import { loadSharp } from './load-sharp.ts'
import type { Picture } from './port.ts'

/** Decoded, a picture of 50 megapixels is 200 MB; more is refused from its header. */
export const maxPicturePixels = 50_000_000

export type PictureFault = 'not_a_picture' | 'damaged' | 'too_many_pixels'

/** Bytes that are no picture we take. */
export class PictureRefused extends Error {
  override name = 'PictureRefused'
  readonly fault: PictureFault

  constructor(fault: PictureFault, cause?: unknown) {
    super(`picture refused: ${fault}`, { cause })
    this.fault = fault
  }
}

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.max(0, Math.min(text.length, bytes.length - at))).toString(
    'latin1',
  ) === text

/** By its first bytes; null for everything that is none of the three, SVG and HTML among them. */
export function sniffPicture(bytes: Uint8Array): PictureType | null {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg'
  return startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? 'image/webp' : null
}

/** Opens bytes as the picture they are. @throws PictureRefused; damage shows only when every pixel was read, so every one is. */
export async function openPicture(bytes: Uint8Array): Promise<Picture> {
  const type = sniffPicture(bytes)
  if (type === null) throw new PictureRefused('not_a_picture')
  const sharp = await loadSharp()
  try {
    const decoder = () => sharp(bytes, { limitInputPixels: maxPicturePixels, failOn: 'error' })
    const { width, height } = await decoder().metadata()
    await decoder().resize(8, 8, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer()
    return { bytes, type, width, height }
  } catch (cause) {
    const isHuge = cause instanceof Error && /pixel limit/i.test(cause.message)
    throw new PictureRefused(isHuge ? 'too_many_pixels' : 'damaged', cause)
  }
}
