import { descend } from './movie-boxes.ts'
import type { Box } from './movie-boxes.ts'
import type { ReadAt } from './picture-header.ts'
import type { FilmFacts } from './port.ts'

export interface MovieTrack {
  box: Box
  /** `vide`, `soun` and others (ISO/IEC 14496-12, section 8.4.3). */
  handler: string
}

/** How sample entries are coded, by the names that ffprobe gives; one that is not here keeps its own. */
const codecs: Readonly<Record<string, string>> = {
  avc1: 'h264',
  avc3: 'h264',
  hvc1: 'hevc',
  hev1: 'hevc',
  av01: 'av1',
  vp09: 'vp9',
  mp4v: 'mpeg4',
  mp4a: 'aac',
  'ac-3': 'ac3',
  'ec-3': 'eac3',
  Opus: 'opus',
  '.mp3': 'mp3',
}

/** Size, length and codecs of the first track of pictures, and of the first of sound; null where something of it is not said. */
export async function filmFactsOf(read: ReadAt, movie: Box, tracks: readonly MovieTrack[]): Promise<FilmFacts | null> {
  const pictures = tracks.find(({ handler }) => handler === 'vide')
  const sound = tracks.find(({ handler }) => handler === 'soun')
  const size = pictures && (await sizeOf(read, pictures.box))
  const videoCodec = pictures && (await codecOf(read, pictures.box))
  const seconds = await secondsOf(read, movie)
  if (!size || !videoCodec || seconds === null) return null
  return { ...size, seconds, videoCodec, audioCodec: sound ? await codecOf(read, sound.box) : null }
}

/** Of the whole movie (section 8.2.2); of one in fragments, of all of them (section 8.8.2). */
async function secondsOf(read: ReadAt, movie: Box): Promise<number | null> {
  const header = await descend(read, movie, ['mvhd'])
  if (!header) return null
  const said = await read(header.at, 32)
  const isLong = said[0] === 1
  if (said.length < (isLong ? 32 : 20)) return null
  const perSecond = said.readUInt32BE(isLong ? 20 : 12)
  const whole = isLong ? Number(said.readBigUInt64BE(24)) : said.readUInt32BE(16)
  const units = whole === 0 ? await fragmentUnits(read, movie) : whole
  const seconds = perSecond === 0 ? 0 : Math.round((units / perSecond) * 1_000) / 1_000
  return seconds > 0 && Number.isFinite(seconds) ? seconds : null
}

async function fragmentUnits(read: ReadAt, movie: Box): Promise<number> {
  const header = await descend(read, movie, ['mvex', 'mehd'])
  if (!header) return 0
  const said = await read(header.at, 12)
  if (said.length < 8) return 0
  return said[0] === 1 && said.length === 12 ? Number(said.readBigUInt64BE(4)) : said.readUInt32BE(4)
}

/** As it is shown (section 8.3.2): a matrix that turns it by a quarter makes what lies stand. */
async function sizeOf(read: ReadAt, track: Box): Promise<{ width: number; height: number } | null> {
  const header = await descend(read, track, ['tkhd'])
  if (!header) return null
  const said = await read(header.at, 96)
  const matrixAt = said[0] === 1 ? 52 : 40
  if (said.length < matrixAt + 44) return null
  const isTurned = said.readInt32BE(matrixAt) === 0 && said.readInt32BE(matrixAt + 4) !== 0
  const across = Math.round(said.readUInt32BE(matrixAt + 36) / 65_536)
  const down = Math.round(said.readUInt32BE(matrixAt + 40) / 65_536)
  if (across < 1 || down < 1) return null
  return isTurned ? { width: down, height: across } : { width: across, height: down }
}

/** The first sample entry's (section 8.5.2). */
async function codecOf(read: ReadAt, track: Box): Promise<string | null> {
  const entries = await descend(read, track, ['mdia', 'minf', 'stbl', 'stsd'])
  if (!entries || entries.end - entries.at < 16) return null
  const name = (await read(entries.at + 12, 4)).toString('latin1')
  return codecs[name] ?? (/^[\w .-]{4}$/u.test(name) ? name.trim().toLowerCase() : null)
}
