import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { examineFile } from './examine-file.ts'
import { box, film } from './testing/media-samples.ts'
import { markedBytes, markMovie } from './mark-movie.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mozhou-marks-'))
})
afterAll(() => rm(folder, { recursive: true }))

const label = { producer: '墨舟', contentId: 'fil_1' }
const readOf = (bytes: Buffer) => (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length))

async function* inPieces(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function marked(bytes: Buffer, length = 7): Promise<Buffer | null> {
  const mark = await markMovie(readOf(bytes), bytes.length, label)
  if (mark === null) return null
  const pieces: Uint8Array[] = []
  for await (const piece of markedBytes(inPieces(bytes, length), mark)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function examine(bytes: Buffer) {
  const path = join(folder, 'film')
  await writeFile(path, bytes)
  return examineFile(path)
}

/** As a reader of boxes walks there, by the names alone. */
function valueAt(bytes: Buffer, path: readonly string[]): string {
  let content = bytes
  for (const name of path) {
    let found: Buffer | null = null
    for (let at = name === 'hdlr' || name === 'keys' || name === 'ilst' ? 4 : 0; at + 8 <= content.length;) {
      const size = content.readUInt32BE(at)
      if (content.toString('latin1', at + 4, at + 8) === name) found = content.subarray(at + 8, at + size)
      at += size
    }
    if (!found) throw new Error(`there is no ${name}`)
    content = found
  }
  return content.toString('utf8')
}

it.each([1, 5, 4_096])('says it in the film, in pieces of %i, and moves nothing else', async (length) => {
  const bytes = film({ dataBytes: 500 })
  const after = await marked(bytes, length)
  expect(after && (await examine(after))).toEqual(await examine(bytes))
  const item = valueAt(after ?? bytes, ['moov', 'udta', 'meta', 'ilst'])
  expect(item).toContain('"Label":"1"')
  expect(item).toContain('fil_1')
  expect(valueAt(after ?? bytes, ['moov', 'udta', 'meta', 'keys'])).toContain('AIGC')
  const dataAt = bytes.indexOf('mdat')
  expect(after?.subarray(dataAt, bytes.length).equals(bytes.subarray(dataAt))).toBe(true)
})

/** With metadata of another program in `udta`. */
function tagged(): { bytes: Buffer; other: Buffer } {
  const plain = film()
  const at = plain.indexOf('moov') - 4
  const size = plain.readUInt32BE(at)
  const other = box('udta', box('meta', Buffer.from('0000000068656c6c6f', 'hex')))
  const moov = box('moov', plain.subarray(at + 8, at + size), other)
  return { bytes: Buffer.concat([plain.subarray(0, at), moov, plain.subarray(at + size)]), other }
}

it('leaves what another program wrote, and does not mark one twice over', async () => {
  const { bytes, other } = tagged()
  const after = await marked(bytes)
  expect(after?.includes(other)).toBe(true)
  expect(valueAt(after ?? bytes, ['moov', 'meta', 'ilst'])).toContain('"Label":"1"')
  expect(after && (await marked(after))).toBeNull()
})

it('cannot mark a film in fragments, one that ends somewhere, or what is none', async () => {
  expect(await marked(Buffer.concat([film(), box('moof', Buffer.alloc(8))]))).toBeNull()
  expect(await marked(Buffer.concat([film(), Buffer.from('000000006d646174', 'hex'), Buffer.alloc(9)]))).toBeNull()
  expect(await marked(Buffer.from('no film at all, but words'))).toBeNull()
})
