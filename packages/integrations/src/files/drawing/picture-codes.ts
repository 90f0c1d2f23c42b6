import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Sharp } from 'sharp'
import type * as zxing from 'zxing-wasm/reader'
import type { FoundCode } from '../port.ts'

type Reader = Pick<typeof zxing, 'readBarcodes'>

let reader: Promise<Reader> | null = null

/** Its program comes from the package, never from the network, and with the first picture. */
async function loadReader(): Promise<Reader> {
  const loaded = await import('zxing-wasm/reader')
  const program = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  loaded.prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(program).buffer } })
  return loaded
}

/** A code in a photograph is found at this size; of a larger one the reader would only take longer. */
const longestSide = 2_000
const mostCodes = 20
/** More of a code's text than anybody checks. */
const mostText = 1_000

/** QR codes and barcodes of a picture, with what they say. */
export async function readCodes(picture: Sharp): Promise<FoundCode[]> {
  reader ??= loadReader()
  const { readBarcodes } = await reader
  const { data, info } = await picture
    .autoOrient()
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb' as const,
  }
  const found = await readBarcodes(pixels, { tryHarder: true, maxNumberOfSymbols: mostCodes })
  return found
    .filter(({ isValid }) => isValid)
    .map(({ format, text }) => ({ kind: isQr(format) ? 'qr' : 'barcode', text: text.slice(0, mostText) }))
}

/** Square codes are what phones open. */
const isQr = (format: string) => /qr/iu.test(format) || ['DataMatrix', 'Aztec'].includes(format)
