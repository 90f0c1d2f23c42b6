import { crc32, deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'

/** A PNG of that size whose data are nothing but what its header claims. */
export function claimedPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** With the chunk that says it moves, before its data. */
export function animatedPng(png: Buffer): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(2, 0)
  return Buffer.concat([png.subarray(0, 33), chunk('acTL', control), png.subarray(33)])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** What its browser calls a picture, and another a page. */
export const htmlAsJpeg = () =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html><script>alert(1)</script></html>')])

export const svg = () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

const parts = { '[Content_Types].xml': text('<Types/>'), 'word/document.xml': text('<w:document/>') }

export const docx = (more: Record<string, Uint8Array> = {}) => Buffer.from(zipSync({ ...parts, ...more }))

/** Few bytes that unpack to many. */
export const zipBomb = (bytes: number) => docx({ 'word/media/a.bin': new Uint8Array(bytes) })

/** Whose directory says that an entry is smaller than it is. */
export function lyingZip(): Buffer {
  const bytes = docx({ 'word/media/a.bin': new Uint8Array(500_000) })
  const name = bytes.lastIndexOf('word/media/a.bin')
  bytes.writeUInt32LE(900, name - 46 + 24)
  return bytes
}

export const macros = () => docx({ 'word/vbaProject.bin': text('x') })
export const manyEntries = () =>
  docx(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`word/${index}`, text('')])))
export const otherZip = () => Buffer.from(zipSync({ '[Content_Types].xml': text('x'), 'evil.exe': text('MZ') }))

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}
