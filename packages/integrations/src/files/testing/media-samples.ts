/** A box of ISO/IEC 14496-12. */
export function box(type: string, ...content: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const track = (handler: string) =>
  box('trak', box('mdia', box('mdhd', Buffer.alloc(24)), box('hdlr', Buffer.alloc(8), handler, Buffer.alloc(13))))

/** A movie with tracks of these handlers, its samples behind or before what is said of them. */
export function movie(
  brand: string,
  handlers: readonly string[],
  { isDataFirst = false, dataBytes = 300 } = {},
): Buffer {
  const said = box('moov', box('mvhd', Buffer.alloc(100)), ...handlers.map(track))
  const data = box('mdat', Buffer.alloc(dataBytes, 7))
  return Buffer.concat([
    box('ftyp', brand, Buffer.alloc(4), 'isom'),
    ...(isDataFirst ? [box('free'), data, said] : [said, data]),
  ])
}

export const mp4 = (dataBytes?: number) => movie('isom', ['vide', 'soun'], dataBytes === undefined ? {} : { dataBytes })
export const m4a = () => movie('M4A ', ['soun'])

interface GivenFilm {
  width?: number
  height?: number
  seconds?: number
  codec?: string
  /** By a quarter, as phones write what was held upright. */
  isTurned?: boolean
  hasSound?: boolean
  dataBytes?: number
  brand?: string
}

function sampledTrack(handler: string, codec: string, size: Buffer): Buffer {
  const entry = box(codec, Buffer.alloc(28))
  const count = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1])
  const media = box(
    'mdia',
    box('mdhd', Buffer.alloc(24)),
    box('hdlr', Buffer.alloc(8), handler, Buffer.alloc(13)),
    box('minf', box('stbl', box('stsd', count, entry))),
  )
  return box('trak', box('tkhd', size), media)
}

/** A film that says of itself what players go by. */
export function film({
  width = 1_080,
  height = 1_920,
  seconds = 12,
  codec = 'avc1',
  isTurned = false,
  hasSound = true,
  dataBytes = 300,
  brand = 'isom',
}: GivenFilm = {}): Buffer {
  const movieHead = Buffer.alloc(100)
  movieHead.writeUInt32BE(1_000, 12)
  movieHead.writeUInt32BE(Math.round(seconds * 1_000), 16)
  const trackHead = Buffer.alloc(84)
  trackHead.writeInt32BE(isTurned ? 0 : 0x1_0000, 40)
  trackHead.writeInt32BE(isTurned ? 0x1_0000 : 0, 44)
  trackHead.writeUInt32BE((isTurned ? height : width) * 65_536, 76)
  trackHead.writeUInt32BE((isTurned ? width : height) * 65_536, 80)
  const sound = hasSound ? [sampledTrack('soun', 'mp4a', Buffer.alloc(84))] : []
  return Buffer.concat([
    box('ftyp', brand, Buffer.alloc(4), brand),
    box('moov', box('mvhd', movieHead), sampledTrack('vide', codec, trackHead), ...sound),
    box('mdat', Buffer.alloc(dataBytes, 7)),
  ])
}

/** With its samples in a box whose size takes 64 bits. */
export function longMovie(): Buffer {
  const head = Buffer.alloc(16)
  head.writeUInt32BE(1)
  head.write('mdat', 4, 'latin1')
  head.writeBigUInt64BE(116n, 8)
  return Buffer.concat([movie('mp42', ['vide']), head, Buffer.alloc(100)])
}

function element(id: string, content: Buffer, isOpen = false): Buffer {
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(isOpen ? 0x01ff_ffff_ffff_ffffn : 0x0100_0000_0000_0000n + BigInt(content.length))
  return Buffer.concat([Buffer.from(id, 'hex'), size, content])
}

/** WebM, or Matroska under another name; open as a recorder writes it, which does not know how long it will be. */
export function webm(trackTypes: readonly number[] = [1, 2], { docType = 'webm', isOpen = false } = {}): Buffer {
  const entries = trackTypes.map((type) =>
    element('ae', Buffer.concat([element('d7', Buffer.from([1])), element('83', Buffer.from([type]))])),
  )
  const said = [
    element('1549a966', element('2ad7b1', Buffer.from([15, 66, 64]))),
    element('1654ae6b', Buffer.concat(entries)),
  ]
  const cluster = element('1f43b675', Buffer.alloc(200, 5), isOpen)
  return Buffer.concat([
    element('1a45dfa3', element('4282', Buffer.from(docType))),
    element('18538067', Buffer.concat([...said, cluster]), isOpen),
  ])
}

/** Frames of 128 kbit/s at 44.1 kHz, behind a tag or not. */
export function mp3(frames = 4, tagBytes = 0): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  const tag = Buffer.alloc(tagBytes === 0 ? 0 : tagBytes + 10)
  tag.write('ID3')
  if (tagBytes > 0) tag.set([4, 0, 0, 0, 0, tagBytes >> 7, tagBytes & 0x7f], 3)
  return Buffer.concat([tag, ...Array.from({ length: frames }, () => frame)])
}

export function wav(format = 1, samples = 400): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32LE(content.length, 4)
    return Buffer.concat([head, content])
  }
  const said = Buffer.alloc(16)
  said.writeUInt16LE(format)
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', said), chunk('data', Buffer.alloc(samples))])
  return chunk('RIFF', body)
}
