import type { PictureType } from './port.ts'

export interface PictureHeader {
  type: PictureType
  width: number
  height: number
  isAnimated: boolean
}

/** Reads bytes of a file; fewer at its end. */
export type ReadAt = (at: number, length: number) => Promise<Buffer>

/** More parts than any camera writes before the picture itself. */
const mostParts = 2_000

/** The pictures that we take, by their first bytes. */
export function pictureTypeOf(start: Buffer): PictureType | null {
  if (start.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  if (start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff) return 'image/jpeg'
  if (start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WEBP') return 'image/webp'
  return null
}

/** Size and movement, without decoding anything. Null for what only begins like a picture. */
export async function readPictureHeader(type: PictureType, read: ReadAt): Promise<PictureHeader | null> {
  const found = await readers[type](read)
  return found === null || found.width < 1 || found.height < 1 ? null : { type, ...found }
}

type Found = Omit<PictureHeader, 'type'> | null

const readers = {
  'image/png': readPng,
  'image/jpeg': readJpeg,
  'image/webp': readWebp,
} satisfies Record<PictureType, (read: ReadAt) => Promise<Found>>

/** Width and height come first; a chunk `acTL` before the data says that it moves (PNG, third edition, 11.3.6.1). */
async function readPng(read: ReadAt): Promise<Found> {
  const head = await read(0, 33)
  if (head.length < 33 || head.toString('latin1', 12, 16) !== 'IHDR') return null
  const size = { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
  for (let at = 33, part = 0; part < mostParts; part += 1) {
    const chunk = await read(at, 8)
    if (chunk.length < 8) return null
    const type = chunk.toString('latin1', 4, 8)
    if (type === 'acTL') return { ...size, isAnimated: true }
    if (type === 'IDAT') return { ...size, isAnimated: false }
    at += 12 + chunk.readUInt32BE(0)
  }
  return null
}

/** Segment by segment to the frame's header (ITU-T T.81, annex B). */
async function readJpeg(read: ReadAt): Promise<Found> {
  for (let at = 2, part = 0; part < mostParts; part += 1) {
    const segment = await read(at, 9)
    if (segment.length < 9 || segment[0] !== 0xff) return null
    const marker = segment[1] ?? 0
    if (isFrame(marker)) return { width: segment.readUInt16BE(7), height: segment.readUInt16BE(5), isAnimated: false }
    // Bytes between segments may be filled up with 0xff.
    at += marker === 0xff ? 1 : 2 + segment.readUInt16BE(2)
  }
  return null
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** RFC 9649: simple lossy, simple lossless, or extended, which has flags. */
async function readWebp(read: ReadAt): Promise<Found> {
  const head = await read(12, 20)
  if (head.length < 20) return null
  const type = head.toString('latin1', 0, 4)
  if (type === 'VP8X') {
    const isAnimated = ((head[8] ?? 0) & 0x02) !== 0
    return { width: head.readUIntLE(12, 3) + 1, height: head.readUIntLE(15, 3) + 1, isAnimated }
  }
  if (type === 'VP8 ')
    return { width: head.readUInt16LE(14) & 0x3fff, height: head.readUInt16LE(16) & 0x3fff, isAnimated: false }
  if (type !== 'VP8L') return null
  const bits = head.readUInt32LE(9)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, isAnimated: false }
}
