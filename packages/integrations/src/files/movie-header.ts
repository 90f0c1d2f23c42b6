import { boxesIn, descend } from './movie-boxes.ts'
import type { Box } from './movie-boxes.ts'
import { filmFactsOf } from './movie-facts.ts'
import type { MovieTrack } from './movie-facts.ts'
import type { ReadAt } from './picture-header.ts'
import type { MediaHeader } from './port.ts'

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
  if (movie === undefined || tracks === null) return { kind: 'damaged' }
  const isThere = (handler: string) => tracks.some((track) => track.handler === handler)
  const hasSound = isThere('soun')
  if (hasSound && soundBrands.has(brand)) return { kind: 'audio', type: 'audio/mp4' }
  if (isThere('vide')) {
    const film = await filmFactsOf(read, movie, tracks)
    return { kind: 'video', type: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4', film }
  }
  return hasSound && brand !== 'qt  ' ? { kind: 'audio', type: 'audio/mp4' } : { kind: 'foreign' }
}

/** What each track is for: the handler's name in `trak/mdia/hdlr` (section 8.4.3). Null where one has none. */
async function tracksOf(read: ReadAt, movie: Box): Promise<MovieTrack[] | null> {
  const boxes = (await boxesIn(read, movie))?.filter(({ type }) => type === 'trak')
  if (boxes === undefined || boxes.length > mostTracks) return null
  const tracks: MovieTrack[] = []
  for (const box of boxes) {
    const handler = await descend(read, box, ['mdia', 'hdlr'])
    if (!handler) return null
    tracks.push({ box, handler: (await read(handler.at + 8, 4)).toString('latin1') })
  }
  return tracks
}
