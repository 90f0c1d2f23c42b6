import { VendorError } from '@mozhou/contracts/vendor-error'
import { cardSvg } from '@mozhou/platforms/cards/card-svg'
import type { PackageMedia } from '@mozhou/platforms/platform-package'
import { escapeHtml } from '@mozhou/text/block-html'
import { xmlCharacters } from '@mozhou/text/xml-characters'
import sharp from 'sharp'
import type { AiLabel } from '../labels/aigc-label.ts'
import { labelPicture } from '../labels/label-picture.ts'
import type { LabelledType } from '../labels/label-picture.ts'
import { mostPixels } from '../files/port.ts'
import type { MediaFile, MediaWanted } from './media-port.ts'

/** Bytes of a file of the store, which were made anew when they came there. */
export interface MediaSource {
  name: string
  mimeType: string
  bytes: Uint8Array
}

interface Making {
  medium: PackageMedia
  wanted: MediaWanted
  /** Null for what is drawn. */
  source: MediaSource | null
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
 * A medium in a form that the platform takes: as it is where that will do, else encoded anew, smaller until it fits.
 * @throws VendorError `invalid_request` for what cannot be made to fit
 */
export async function makeMedia({ medium, wanted, source, label }: Making): Promise<Omit<MediaFile, 'publicUrl'>> {
  if (source && wanted.mimeTypes.includes(source.mimeType) && source.bytes.byteLength <= wanted.maxBytes)
    return fileOf(medium.id, source.name, source.mimeType, source.bytes)
  const type = wanted.mimeTypes.flatMap((one) => madeTypes.find((made) => made === one) ?? [])[0]
  const drawn = source ? source.bytes : drawing(medium)
  if (type === undefined || drawn === null) throw unfit(medium.id)
  for (const width of widths)
    for (const quality of qualities) {
      const encoded = await encode(drawn, type, width, quality)
      const bytes = label === null ? encoded : labelPicture(encoded, type, label)
      if (bytes.byteLength <= wanted.maxBytes) return fileOf(medium.id, nameOf(medium, type), type, bytes)
    }
  throw unfit(medium.id)
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

const nameOf = ({ id }: PackageMedia, type: LabelledType) => `${id}.${endings[type]}`

async function encode(source: Uint8Array, type: LabelledType, width: number, quality: number): Promise<Uint8Array> {
  const picture = sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    .resize(width, width * 4, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
  if (type === 'image/png') return new Uint8Array(await picture.png({ compressionLevel: 9 }).toBuffer())
  if (type === 'image/webp') return new Uint8Array(await picture.webp({ quality }).toBuffer())
  return new Uint8Array(await picture.jpeg({ quality, mozjpeg: true }).toBuffer())
}

function drawing(medium: PackageMedia): Uint8Array | null {
  if (medium.kind === 'card') return Buffer.from(cardSvg(medium.card))
  if (medium.kind === 'formula') return Buffer.from(formulaSvg(medium.tex))
  return null
}

const em = 36
const lineHeight = 54
const padding = 24

/** The formula's source, as it is written: nothing here sets TeX. */
function formulaSvg(tex: string): string {
  const lines = tex.split('\n')
  const longest = Math.max(...lines.map((line) => line.length), 1)
  const width = Math.ceil(longest * em * 0.62) + 2 * padding
  const height = lines.length * lineHeight + 2 * padding
  const texts = lines.map((line, at) => {
    const y = padding + (at + 0.7) * lineHeight
    return `<text x="${padding}" y="${y}" font-family="'DejaVu Sans Mono',monospace" font-size="${em}" fill="#222222" xml:space="preserve">${escapeHtml(xmlCharacters(line))}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ffffff"/>${texts.join('')}</svg>`
}
