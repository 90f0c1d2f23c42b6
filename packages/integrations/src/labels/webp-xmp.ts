interface Chunk {
  type: string
  data: Buffer
}

const xmpFlag = 0x04
const alphaFlag = 0x10

/**
 * XMP as the last chunk of the extended form (RFC 9649, section 2.7.1.5); a picture in the simple form becomes an extended one. XMP that was there goes.
 */
export function webpWithXmp(webp: Uint8Array, xmp: string): Uint8Array {
  const chunks = chunksOf(Buffer.from(webp.buffer, webp.byteOffset, webp.byteLength)).filter(
    ({ type }) => type !== 'XMP ',
  )
  const head = chunks.find(({ type }) => type === 'VP8X')?.data ?? headOf(chunks)
  const flagged = Buffer.from(head)
  flagged[0] = (flagged[0] ?? 0) | xmpFlag
  const others = chunks.filter(({ type }) => type !== 'VP8X')
  return riff([{ type: 'VP8X', data: flagged }, ...others, { type: 'XMP ', data: Buffer.from(xmp) }])
}

function chunksOf(webp: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= webp.length;) {
    const length = webp.readUInt32LE(at + 4)
    chunks.push({ type: webp.toString('latin1', at, at + 4), data: webp.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** The head of the extended form: flags, and width and height less one in three bytes each. */
function headOf(chunks: readonly Chunk[]): Buffer {
  const lossy = chunks.find(({ type }) => type === 'VP8 ')?.data
  const lossless = chunks.find(({ type }) => type === 'VP8L')?.data
  const head = Buffer.alloc(10)
  if (lossy !== undefined) {
    head.writeUIntLE((lossy.readUInt16LE(6) & 0x3fff) - 1, 4, 3)
    head.writeUIntLE((lossy.readUInt16LE(8) & 0x3fff) - 1, 7, 3)
  } else if (lossless !== undefined) {
    const bits = lossless.readUInt32LE(1)
    head[0] = ((bits >>> 28) & 1) === 1 ? alphaFlag : 0
    head.writeUIntLE(bits & 0x3fff, 4, 3)
    head.writeUIntLE((bits >>> 14) & 0x3fff, 7, 3)
  } else {
    throw new Error('a WebP without a picture')
  }
  return head
}

function riff(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.map(({ type, data }) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32LE(data.length, 4)
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
  })
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts])
  const head = Buffer.alloc(8)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
