import { VendorError } from '@mozhou/contracts/vendor-error'
import { loadSharp } from '../ai/images/load-sharp.ts'
import type { AiLabel } from '../labels/aigc-label.ts'
import { labelPicture } from '../labels/label-picture.ts'
import type { LabelledType } from '../labels/label-picture.ts'
import { mostPixels } from '../files/port.ts'
import type { MediaFile, MediaWanted } from './media-port.ts'

/** Bytes of a file of the store, which were made anew when they came there, or drawn. */
export interface MediaSource {
  name: string
  mimeType: string
  bytes: Uint8Array
}

interface Making {
  /** As in `package.media`. */
  id: string
  wanted: MediaWanted
  source: MediaSource
  /** The mark of an AI that the picture carries in its file; every encoding loses it. */
  label: AiLabel | null
}

const madeTypes: readonly LabelledType[] = ['image/jpeg', 'image/png', 'image/webp']
const endings: Readonly<Record<LabelledType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}
/** Quality, then size: what a reader notices least comes first. */
const qualities = [90, 80, 68] as const
const widths = [2_160, 1_620, 1_080, 720] as const

/**
 * A picture in a form that the platform takes: as it is where that will do, else encoded anew, smaller until it fits.
 * @throws VendorError `invalid_request` for what cannot be made to fit
 */
export async function makeMedia({ id, wanted, source, label }: Making): Promise<Omit<MediaFile, 'publicUrl'>> {
  if (wanted.mimeTypes.includes(source.mimeType) && source.bytes.byteLength <= wanted.maxBytes)
    return fileOf(id, source.name, source.mimeType, source.bytes)
  const type = wanted.mimeTypes.flatMap((one) => madeTypes.find((made) => made === one) ?? [])[0]
  if (type === undefined) throw unfit(id)
  for (const width of widths)
    for (const quality of qualities) {
      const encoded = await encode(source.bytes, type, width, quality)
      const bytes = label === null ? encoded : labelPicture(encoded, type, label)
      if (bytes.byteLength <= wanted.maxBytes) return fileOf(id, `${id}.${endings[type]}`, type, bytes)
    }
  throw unfit(id)
}

const unfit = (id: string) =>
  new VendorError('invalid_request', { vendor: 'media', vendorCode: 'does_not_fit', vendorMessage: id })

function fileOf(id: string, name: string, mimeType: string, bytes: Uint8Array): Omit<MediaFile, 'publicUrl'> {
  return {
    id,
    name,
    mimeType,
    size: bytes.byteLength,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  }
}

async function encode(source: Uint8Array, type: LabelledType, width: number, quality: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const picture = sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    .resize(width, width * 4, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
  if (type === 'image/png') return new Uint8Array(await picture.png({ compressionLevel: 9 }).toBuffer())
  if (type === 'image/webp') return new Uint8Array(await picture.webp({ quality }).toBuffer())
  return new Uint8Array(await picture.jpeg({ quality, mozjpeg: true }).toBuffer())
}
