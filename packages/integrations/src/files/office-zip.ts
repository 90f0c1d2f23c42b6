import { createReadStream } from 'node:fs'
import { createInflateRaw } from 'node:zlib'
import type { DocumentType } from './port.ts'
import type { ReadAt } from './picture-header.ts'

/** What a file of an office program may hold. `ratio`: bytes inside for each byte of the file. */
const most = { entries: 2_000, entryBytes: 150_000_000, bytes: 300_000_000, ratio: 100 }

export type ZipRefusal = 'not_office' | 'damaged' | 'encrypted' | 'macros' | 'entries' | 'size'
export type OfficeZip = { kind: 'office'; type: DocumentType } | { kind: 'refused'; why: ZipRefusal }

interface Entry {
  name: string
  method: number
  isEncrypted: boolean
  packed: number
  size: number
  at: number
}

const mainParts: Readonly<Record<string, DocumentType>> = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'ppt/presentation.xml': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}

/**
 * Looks at a zip before any reader of documents does: by its directory first, then by unpacking every entry into nothing, because a directory
 * may lie about sizes.
 */
export async function examineOfficeZip(path: string, fileBytes: number, read: ReadAt): Promise<OfficeZip> {
  const entries = await directoryOf(fileBytes, read)
  if (entries === null) return refused('damaged')
  const why = whyRefused(entries, fileBytes)
  if (why !== null) return refused(why)
  const names = new Set(entries.map(({ name }) => name))
  const main = Object.keys(mainParts).find((name) => names.has(name))
  const type = main === undefined || !names.has('[Content_Types].xml') ? undefined : mainParts[main]
  if (type === undefined) return refused('not_office')
  for (const entry of entries) if (!(await isAsSaid(path, entry, read))) return refused('damaged')
  return { kind: 'office', type }
}

const refused = (why: ZipRefusal): OfficeZip => ({ kind: 'refused', why })

function whyRefused(entries: readonly Entry[], fileBytes: number): ZipRefusal | null {
  if (entries.length > most.entries) return 'entries'
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted'
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name))) return 'macros'
  if (entries.some(({ method }) => method !== 0 && method !== 8)) return 'damaged'
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (entries.some(({ size }) => size > most.entryBytes)) return 'size'
  return total > most.bytes || total > fileBytes * most.ratio ? 'size' : null
}

const endBytes = 22
const longestComment = 65_535

/** The central directory (APPNOTE 6.3.10, section 4.3.12); null where there is none, or one of the 64-bit form. */
async function directoryOf(fileBytes: number, read: ReadAt): Promise<Entry[] | null> {
  const from = Math.max(0, fileBytes - endBytes - longestComment)
  const tail = await read(from, fileBytes - from)
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0 || tail.length - end < endBytes) return null
  const [count, length, at] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (count > most.entries) return Array.from({ length: count }, () => nothing)
  if (at + length > fileBytes || length > 2_000_000) return null
  const directory = await read(at, length)
  const entries: Entry[] = []
  for (let place = 0; entries.length < count;) {
    if (place + 46 > directory.length || directory.readUInt32LE(place) !== 0x02014b50) return null
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(place + offset))
    const nameAt = place + 46
    entries.push({
      name: directory.toString('utf8', nameAt, nameAt + (nameLength ?? 0)),
      method: directory.readUInt16LE(place + 10),
      isEncrypted: (directory.readUInt16LE(place + 8) & 1) === 1,
      packed: directory.readUInt32LE(place + 20),
      size: directory.readUInt32LE(place + 24),
      at: directory.readUInt32LE(place + 42),
    })
    place = nameAt + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

const nothing: Entry = { name: '', method: 0, isEncrypted: false, packed: 0, size: 0, at: 0 }

/** Whether an entry unpacks to as many bytes as the directory says; stops at the first one more. */
async function isAsSaid(path: string, { at, method, packed, size }: Entry, read: ReadAt): Promise<boolean> {
  const head = await read(at, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return false
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (method === 0)
    return packed === size && (await read(start + Math.max(0, size - 1), 1)).length === Math.min(1, size)
  if (packed === 0) return false
  const inflate = createReadStream(path, { start, end: start + packed - 1 }).pipe(createInflateRaw())
  let bytes = 0
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > size) return false
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')) return false
    throw cause
  }
  return bytes === size
}
