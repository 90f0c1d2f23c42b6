import type { ReadAt } from './picture-header.ts'
import type { MediaHeader } from './port.ts'

/** A box of ISO/IEC 14496-12, section 4.2: its content lies from `at` to before `end`. */
interface Box {
  type: string
  at: number
  end: number
}

/** Fragments of a long recording; whoever has more of them is believed from there on. */
const mostBoxes = 10_000
const mostTracks = 100
/** Still pictures come in the same boxes. */
const pictureBrands = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'])
const soundBrands = new Set(['M4A ', 'M4B '])

/**
 * MP4, MOV and M4A by their boxes: which tracks the movie names, and whether all of it is there. A file that was cut off has a box that ends
 * behind it, or no movie at all.
 */
export async function readMovieHeader(read: ReadAt, fileBytes: number): Promise<MediaHeader> {
  const brand = (await read(8, 4)).toString('latin1')
  if (pictureBrands.has(brand)) return { kind: 'foreign' }
  const boxes = await boxesIn(read, { at: 0, end: fileBytes })
  const movie = boxes?.find(({ type }) => type === 'moov')
  const tracks = movie === undefined ? null : await tracksOf(read, movie)
  if (tracks === null) return { kind: 'damaged' }
  const hasSound = tracks.includes('soun')
  if (hasSound && soundBrands.has(brand)) return { kind: 'audio', type: 'audio/mp4' }
  if (tracks.includes('vide')) return { kind: 'video', type: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4' }
  return hasSound && brand !== 'qt  ' ? { kind: 'audio', type: 'audio/mp4' } : { kind: 'foreign' }
}

/** What each track is for: the handler's name in `trak/mdia/hdlr` (section 8.4.3). Null where one has none. */
async function tracksOf(read: ReadAt, movie: Box): Promise<string[] | null> {
  const tracks = (await boxesIn(read, movie))?.filter(({ type }) => type === 'trak')
  if (tracks === undefined || tracks.length > mostTracks) return null
  const handlers: string[] = []
  for (const track of tracks) {
    const media = await childOf(read, track, 'mdia')
    const handler = media && (await childOf(read, media, 'hdlr'))
    if (!handler) return null
    handlers.push((await read(handler.at + 8, 4)).toString('latin1'))
  }
  return handlers
}

async function childOf(read: ReadAt, parent: Box, wanted: string): Promise<Box | null> {
  return (await boxesIn(read, parent))?.find(({ type }) => type === wanted) ?? null
}

/** Null where a box ends behind what it is in, or has not the size of its own head. */
async function boxesIn(read: ReadAt, { at: from, end }: Pick<Box, 'at' | 'end'>): Promise<Box[] | null> {
  const boxes: Box[] = []
  // Fewer bytes than a head has are the zero that ends some lists of QuickTime.
  for (let at = from; end - at >= 8 && boxes.length < mostBoxes;) {
    const box = await boxAt(read, at, end)
    if (box === null) return null
    boxes.push(box)
    at = box.end
  }
  return boxes
}

async function boxAt(read: ReadAt, at: number, end: number): Promise<Box | null> {
  const head = await read(at, 16)
  if (head.length < 8) return null
  const said = head.readUInt32BE(0)
  if (said === 1 && head.length < 16) return null
  // 1: the size follows in 64 bits; 0: to the end.
  const bytes = said === 1 ? Number(head.readBigUInt64BE(8)) : said === 0 ? end - at : said
  const headBytes = said === 1 ? 16 : 8
  if (bytes < headBytes || at + bytes > end) return null
  return { type: head.toString('latin1', 4, 8), at: at + headBytes, end: at + bytes }
}
