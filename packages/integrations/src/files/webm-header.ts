import type { ReadAt } from './picture-header.ts'
import type { MediaHeader } from './port.ts'

/** An element of EBML (RFC 8794, section 6): `end` is null for one that ends with the file, as recorders write them. */
interface Element {
  id: number
  at: number
  end: number | null
}

/** Of RFC 9559, section 5.1. */
const ids = { docType: 0x4282, segment: 0x18538067, tracks: 0x1654ae6b, cluster: 0x1f43b675, entry: 0xae, type: 0x83 }
const mostElements = 2_000
const videoTrack = 1

/** WebM by its elements: the kind of document, and a track of moving pictures. Matroska of other kinds, and sound alone, are none of ours. */
export async function readWebmHeader(read: ReadAt, fileBytes: number): Promise<MediaHeader> {
  const head = await elementAt(read, 0)
  if (typeof head?.end !== 'number' || head.end > fileBytes) return { kind: 'damaged' }
  const docType = await find(read, head, ids.docType)
  if (typeof docType?.end !== 'number') return { kind: 'damaged' }
  if ((await read(docType.at, docType.end - docType.at)).toString('latin1').replace(/\0+$/, '') !== 'webm')
    return { kind: 'foreign' }
  const segment = await elementAt(read, head.end)
  if (segment?.id !== ids.segment || (segment.end ?? 0) > fileBytes) return { kind: 'damaged' }
  const tracks = await find(read, { ...segment, end: segment.end ?? fileBytes }, ids.tracks)
  if (typeof tracks?.end !== 'number' || tracks.end > fileBytes) return { kind: 'damaged' }
  const kinds = await trackKinds(read, { ...tracks, end: tracks.end })
  if (kinds === null) return { kind: 'damaged' }
  return kinds.includes(videoTrack) ? { kind: 'video', type: 'video/webm', film: null } : { kind: 'foreign' }
}

type Bounded = Element & { end: number }

/** The first of that name before the pictures themselves begin. */
async function find(read: ReadAt, parent: Element, id: number): Promise<Element | null> {
  if (parent.end === null) return null
  return (await childrenOf(read, { ...parent, end: parent.end }, id))?.find((one) => one.id === id) ?? null
}

async function trackKinds(read: ReadAt, tracks: Bounded): Promise<number[] | null> {
  const kinds: number[] = []
  for (const entry of (await childrenOf(read, tracks)) ?? []) {
    if (entry.id !== ids.entry) continue
    const type = await find(read, entry, ids.type)
    if (typeof type?.end !== 'number') return null
    kinds.push((await read(type.end - 1, 1))[0] ?? 0)
  }
  return kinds
}

/** Up to the one that is looked for. Null where one ends behind what it is in. */
async function childrenOf(read: ReadAt, { at: from, end }: Bounded, until?: number): Promise<Element[] | null> {
  const children: Element[] = []
  for (let at = from; at < end && children.length < mostElements;) {
    const child = await elementAt(read, at)
    if (child === null || (child.end ?? end) > end) return null
    children.push(child)
    if (child.id === until || child.id === ids.cluster || child.end === null) break
    at = child.end
  }
  return children
}

async function elementAt(read: ReadAt, at: number): Promise<Element | null> {
  const head = await read(at, 12)
  const idBytes = widthOf(head[0])
  if (idBytes === null || idBytes > 4 || head.length < idBytes + 1) return null
  const sizeBytes = widthOf(head[idBytes])
  if (sizeBytes === null || head.length < idBytes + sizeBytes) return null
  const content = at + idBytes + sizeBytes
  const size = sizeIn(head.subarray(idBytes, idBytes + sizeBytes))
  return { id: head.readUIntBE(0, idBytes), at: content, end: size === null ? null : content + size }
}

/** Leading zeros tell how many bytes there are (RFC 8794, section 4). */
function widthOf(first: number | undefined): number | null {
  return first === undefined || first === 0 ? null : Math.clz32(first) - 23
}

/** Without the bit that marks its width; all ones say that nobody knows. */
function sizeIn(bytes: Buffer): number | null {
  const marked = BigInt(`0x${bytes.toString('hex')}`)
  const mask = (1n << BigInt(7 * bytes.length)) - 1n
  const size = marked & mask
  return size === mask ? null : Number(size)
}
