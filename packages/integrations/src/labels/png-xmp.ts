import { crc32 } from 'node:zlib'

const headBytes = 33
const keyword = 'XML:com.adobe.xmp'

/**
 * XMP as the `iTXt` chunk that TC260-PG-20259A names, in plain text before the picture's data (PNG, third edition, 11.3.3.4); XMP that was
 * there goes. libvips writes it compressed, in a chunk that readers of labels do not look into.
 */
export function pngWithXmp(png: Uint8Array, xmp: string): Uint8Array {
  const kept = chunksOf(png).filter((chunk) => !isXmp(chunk))
  return Buffer.concat([png.subarray(0, headBytes), itxt(xmp), ...kept])
}

/** Everything behind the header chunk, which is the first of every PNG. */
function chunksOf(png: Uint8Array): Buffer[] {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Buffer[] = []
  for (let at = headBytes; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    chunks.push(bytes.subarray(at, end))
    at = end
  }
  return chunks
}

function isXmp(chunk: Buffer): boolean {
  const type = chunk.toString('latin1', 4, 8)
  if (type !== 'iTXt' && type !== 'zTXt' && type !== 'tEXt') return false
  return (
    chunk.toString('latin1', 8, 8 + keyword.length) === keyword ||
    chunk.toString('latin1', 8, 24) === 'Raw profile type'
  )
}

/** Keyword, no compression (two bytes), no language, no translated keyword, text. */
function itxt(xmp: string): Buffer {
  const data = Buffer.concat([Buffer.from(`iTXt${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(xmp)])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(data.length - 4)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(data))
  return Buffer.concat([frame, data, check])
}
