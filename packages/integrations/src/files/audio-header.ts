import type { ReadAt } from './picture-header.ts'
import type { MediaHeader } from './port.ts'

/** WAV by its chunks, MP3 by three frames in a row. */
export async function readAudioHeader(read: ReadAt, fileBytes: number): Promise<MediaHeader> {
  const start = await read(0, 10)
  return start.toString('latin1', 0, 4) === 'RIFF' ? readWav(read, fileBytes) : readMp3(read, fileBytes)
}

const mostChunks = 2_000
/** Samples as they are: whole numbers, floats, and either with more said of them (RFC 2361). */
const plainFormats = new Set([1, 3, 0xfffe])

async function readWav(read: ReadAt, fileBytes: number): Promise<MediaHeader> {
  let isPlain = false
  for (let at = 12, chunk = 0; at + 8 <= fileBytes && chunk < mostChunks; chunk += 1) {
    const head = await read(at, 10)
    if (head.length < 10) break
    const [name, bytes] = [head.toString('latin1', 0, 4), head.readUInt32LE(4)]
    if (at + 8 + bytes > fileBytes) return { kind: 'damaged' }
    if (name === 'fmt ') {
      if (!plainFormats.has(head.readUInt16LE(8))) return { kind: 'foreign' }
      isPlain = true
    }
    if (name === 'data' && isPlain) return { kind: 'audio', type: 'audio/wav' }
    at += 8 + bytes + (bytes % 2)
  }
  return { kind: 'damaged' }
}

/** What stands between a tag and the first frame, in what some programs write. */
const mostFilling = 65_536
const framesInARow = 3

async function readMp3(read: ReadAt, fileBytes: number): Promise<MediaHeader> {
  const tagBytes = tagBytesOf(await read(0, 10))
  if (tagBytes >= fileBytes) return { kind: 'damaged' }
  const filling = tagBytes === 0 ? 1 : Math.min(mostFilling, fileBytes - tagBytes)
  const window = await read(tagBytes, filling + 4)
  for (let at = 0; at < filling && at + 4 <= window.length; at += 1) {
    if (frameBytesOf(window.readUInt32BE(at)) === null) continue
    if (await isRow(read, tagBytes + at, fileBytes)) return { kind: 'audio', type: 'audio/mpeg' }
  }
  return { kind: tagBytes === 0 ? 'foreign' : 'damaged' }
}

/** ID3v2.4, section 3.1: the size in four times seven bits, and a foot as long as the head where a flag says so. */
function tagBytesOf(head: Buffer): number {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] ?? 0) & 0x7f), 0)
  return 10 + size + (((head[5] ?? 0) & 0x10) === 0 ? 0 : 10)
}

async function isRow(read: ReadAt, from: number, fileBytes: number): Promise<boolean> {
  let at = from
  for (let frame = 0; frame < framesInARow; frame += 1) {
    const head = await read(at, 4)
    const bytes = head.length < 4 ? null : frameBytesOf(head.readUInt32BE(0))
    if (bytes === null) return false
    at += bytes
  }
  return at <= fileBytes
}

/** Of layer III, in thousands of bits a second, by the index in the frame's head (ISO/IEC 11172-3, 2.4.2.3; 13818-3, 2.4.2.3). */
const bitrates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const sampleRates = [44_100, 48_000, 32_000]

/** Null for four bytes that head no frame of layer III with a bitrate. */
function frameBytesOf(head: number): number | null {
  if (head >>> 21 !== 0x7ff || ((head >>> 17) & 3) !== 1) return null
  const version = (head >>> 19) & 3
  if (version === 1) return null
  const isFirst = version === 3
  const bitrate = bitrates[isFirst ? 'first' : 'second'][(head >>> 12) & 15] ?? 0
  const rate = sampleRates[(head >>> 10) & 3]
  if (bitrate === 0 || rate === undefined) return null
  const halvings = isFirst ? 1 : version === 2 ? 2 : 4
  const padding = (head >>> 9) & 1
  return Math.floor(((isFirst ? 144_000 : 72_000) * bitrate) / (rate / halvings)) + padding
}
