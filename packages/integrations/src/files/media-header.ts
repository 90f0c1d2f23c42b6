import { readAudioHeader } from './audio-header.ts'
import { readMovieHeader } from './movie-header.ts'
import type { ReadAt } from './picture-header.ts'
import type { MediaHeader } from './port.ts'
import { readWebmHeader } from './webm-header.ts'

type MediaReader = (read: ReadAt, fileBytes: number) => Promise<MediaHeader>

/** The reader for containers of moving pictures and sound, by their first bytes; null for everything else. Nothing of them is decoded. */
export function mediaReaderOf(start: Buffer): MediaReader | null {
  const text = (at: number, end: number) => start.toString('latin1', at, end)
  if (text(4, 8) === 'ftyp') return readMovieHeader
  if (start.length >= 4 && start.readUInt32BE(0) === 0x1a45dfa3) return readWebmHeader
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return readAudioHeader
  // Layer III alone: the first bits of a frame are those of other sounds, too.
  if (text(0, 3) === 'ID3' || (start[0] === 0xff && ((start[1] ?? 0) & 0xe6) === 0xe2)) return readAudioHeader
  return null
}
