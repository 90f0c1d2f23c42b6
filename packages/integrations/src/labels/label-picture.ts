import type { AiLabel } from './aigc-label.ts'
import { jpegWithXmp } from './jpeg-xmp.ts'
import { pngWithXmp } from './png-xmp.ts'
import { webpWithXmp } from './webp-xmp.ts'
import { labelXmp } from './xmp.ts'

/** Containers that can carry the label. */
export type LabelledType = 'image/png' | 'image/jpeg' | 'image/webp'

const writers = {
  'image/png': pngWithXmp,
  'image/jpeg': jpegWithXmp,
  'image/webp': webpWithXmp,
} satisfies Record<LabelledType, (bytes: Uint8Array, xmp: string) => Uint8Array>

/** Writes the implicit mark into a finished picture: once, in place of one that is there. Its pixels are not touched. */
export function labelPicture(bytes: Uint8Array, type: LabelledType, label: AiLabel): Uint8Array {
  return writers[type](bytes, labelXmp(label))
}
