const signature = 'http://ns.adobe.com/xap/1.0/\0'
const app1 = 0xe1
const startOfScan = 0xda

/** XMP as the application segment that ISO 16684-3 puts it into, before everything else; XMP that was there goes. The picture's data stay as they are. */
export function jpegWithXmp(jpeg: Uint8Array, xmp: string): Uint8Array {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  const { segments, rest } = split(bytes)
  const data = Buffer.concat([Buffer.from(signature, 'latin1'), Buffer.from(xmp)])
  const head = Buffer.from([0xff, app1, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  const kept = segments.filter((segment) => !isXmp(segment))
  // JFIF wants to be the first.
  const jfif = kept.filter((segment) => segment[1] === 0xe0)
  const others = kept.filter((segment) => segment[1] !== 0xe0)
  return Buffer.concat([bytes.subarray(0, 2), ...jfif, head, data, ...others, rest])
}

function split(jpeg: Buffer): { segments: Buffer[]; rest: Buffer } {
  const segments: Buffer[] = []
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== startOfScan) {
    const end = at + 2 + jpeg.readUInt16BE(at + 2)
    segments.push(jpeg.subarray(at, end))
    at = end
  }
  return { segments, rest: jpeg.subarray(at) }
}

const isXmp = (segment: Buffer) =>
  segment[1] === app1 && segment.toString('latin1', 4, 4 + signature.length) === signature
