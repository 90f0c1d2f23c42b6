import { aigcJson } from '../labels/aigc-label.ts'
import type { AiLabel } from '../labels/aigc-label.ts'
import { boxesIn } from './movie-boxes.ts'
import type { Box } from './movie-boxes.ts'
import type { ReadAt } from './picture-header.ts'

/** What makes a marked film of one that is not: four bytes in its middle become `free`, and `tail` stands behind its end. */
export interface MovieMark {
  freeAt: number
  tail: Buffer
}

/** What is done with films, which are never whole in memory. */
export interface FilmTools {
  markMovie: typeof markMovie
  markedBytes: typeof markedBytes
}

/** Whoever has a longer table of samples has hours of film. */
const longestMovieBox = 64 * 1_048_576

/**
 * The implicit mark of a film: the key `AIGC` among the metadata of the movie (TC260-PG-20257A: `moov/udta/meta`). The movie box is written
 * anew behind the samples, which stay where they are, so that nothing that points to them changes. Null where that cannot be done: a film in
 * fragments, one whose last box has no length of its own, or one that has other metadata in both places.
 */
export async function markMovie(read: ReadAt, fileBytes: number, label: AiLabel): Promise<MovieMark | null> {
  const boxes = await boxesIn(read, { at: 0, end: fileBytes })
  const movie = boxes?.find(({ type }) => type === 'moov')
  const last = boxes?.at(-1)
  if (!boxes || !movie || !last || boxes.some(({ type }) => type === 'moof')) return null
  if (movie.end - movie.at > longestMovieBox) return null
  const isOpenEnded = await hasNoLength(read, last)
  const freeAt = (await headOf(read, movie)) + 4
  const content = isOpenEnded ? null : withMark(await read(movie.at, movie.end - movie.at), label)
  return content && { freeAt, tail: box('moov', content) }
}

/** Where its head begins: 16 bytes before its content where its size takes 64 bits. */
async function headOf(read: ReadAt, { at, type }: Box): Promise<number> {
  const named = (await read(at - 4, 4)).toString('latin1')
  return named === type ? at - 8 : at - 16
}

async function hasNoLength(read: ReadAt, last: Box): Promise<boolean> {
  const head = await headOf(read, last)
  return (await read(head, 4)).readUInt32BE(0) === 0
}

interface Child {
  type: string
  bytes: Buffer
}

/** Null where the boxes do not hold together. */
function childrenOf(content: Buffer): Child[] | null {
  const children: Child[] = []
  for (let at = 0; content.length - at >= 8;) {
    const size = content.readUInt32BE(at)
    if (size < 8 || at + size > content.length) return null
    children.push({ type: content.toString('latin1', at + 4, at + 8), bytes: content.subarray(at, at + size) })
    at += size
  }
  return children
}

function withMark(content: Buffer, label: AiLabel): Buffer | null {
  const children = childrenOf(content)
  if (children === null) return null
  const meta = metaOf(aigcJson(label))
  const own = children.find(({ type }) => type === 'udta')
  const inside = own ? childrenOf(own.bytes.subarray(8)) : []
  if (inside === null) return null
  const rest = children.filter((child) => child !== own).map(({ bytes }) => bytes)
  const isTaken = inside.some(({ type }) => type === 'meta')
  if (!isTaken) return Buffer.concat([...rest, box('udta', ...inside.map(({ bytes }) => bytes), meta)])
  // What another program wrote there is left alone: QuickTime's own place for it is the movie itself.
  return children.some(({ type }) => type === 'meta') ? null : Buffer.concat([content, meta])
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([number(body.length + 8), Buffer.from(type, 'latin1'), body])
}

const utf8 = 1

/** One key and its value, as QuickTime's metadata are written (handler `mdta`). */
function metaOf(value: string): Buffer {
  const handler = box('hdlr', Buffer.alloc(8), Buffer.from('mdta', 'latin1'), Buffer.alloc(13))
  const key = Buffer.from('AIGC', 'latin1')
  const keys = box('keys', number(0), number(1), number(8 + key.length), Buffer.from('mdta', 'latin1'), key)
  const data = box('data', number(utf8), number(0), Buffer.from(value, 'utf8'))
  const list = box('ilst', Buffer.concat([number(8 + data.length), number(1), data]))
  return box('meta', number(0), handler, keys, list)
}

/** The film with its mark, from its bytes in their order. */
export async function* markedBytes(
  source: AsyncIterable<Uint8Array>,
  { freeAt, tail }: MovieMark,
): AsyncIterable<Uint8Array> {
  const free = Buffer.from('free', 'latin1')
  let at = 0
  for await (const piece of source) {
    const bytes = Buffer.from(piece)
    for (let place = Math.max(freeAt, at); place < Math.min(freeAt + free.length, at + bytes.length); place += 1)
      bytes[place - at] = free[place - freeAt] ?? 0
    at += bytes.length
    yield bytes
  }
  yield tail
}

export const filmTools: FilmTools = { markMovie, markedBytes }
