import type { Readable } from 'node:stream'

/** Bytes by what they are: the key is their SHA-256 in hexadecimal digits, so that what lies under a key never changes. */
export interface FileStore {
  /** Named in logs. */
  name: string
  /** Takes what was staged; again for bytes that are there already changes nothing. Whole or not at all, whatever cuts it off. */
  put(staged: StagedFile): Promise<void>
  /** Null when there is nothing under the key. @throws RangeError for a range that does not lie within the file */
  open(sha256: string, range?: ByteRange): Promise<Readable | null>
  /** Bytes that lie under the key; null when nothing does. */
  head(sha256: string): Promise<{ bytes: number } | null>
  /** What is not there is deleted already. */
  delete(sha256: string): Promise<void>
  /** Keys in order, a page at a time, with when they were stored: for sweeps. */
  list(page: ListPage): Promise<StoredPage>
}

/** Both ends are inside. */
export interface ByteRange {
  start: number
  end: number
}

export interface ListPage {
  /** The last key of the page before. */
  after?: string
  limit: number
}

export interface StoredPage {
  files: readonly { sha256: string; bytes: number; storedAt: Date }[]
  /** Give it back as `after`; null at the end. */
  next: string | null
}

/** Bytes on the local disk that are not kept yet: their hash is known once they are all there. */
export interface StagedFile {
  path: string
  sha256: string
  bytes: number
}

/** Where bytes wait until it is decided what becomes of them. */
export interface Staging {
  /**
   * Writes a stream down, hashing it on the way; what does not arrive whole leaves nothing behind.
   * @throws TooManyBytes as soon as one more than `mostBytes` has come
   */
  receive(source: AsyncIterable<Uint8Array>, mostBytes: number): Promise<StagedFile>
  /** A path for a program to write to; `adopt` makes a staged file of it. */
  reserve(): Promise<string>
  adopt(path: string): Promise<StagedFile>
  discard(path: string): Promise<void>
  /** What a process left that was killed. @returns files removed */
  clear(olderThan: Date): Promise<number>
}

/** Uploads that come in parts, on the local disk by their ids until the last part has come. */
export interface PartialFiles {
  /** How many bytes have come; 0 before the first. */
  bytesOf(id: string): Promise<number>
  /**
   * Writes a part from `offset` on. What of it arrives stays, also when the source breaks off.
   * @throws TooManyBytes before the whole would be longer than `mostBytes`
   */
  write(id: string, source: AsyncIterable<Uint8Array>, limits: { offset: number; mostBytes: number }): Promise<void>
  /** From the first byte on; a piece is good until the next one is asked for. */
  read(id: string): AsyncIterable<Uint8Array>
  discard(id: string): Promise<void>
  /** What was left behind, by when its last part came. @returns files removed */
  clear(olderThan: Date): Promise<number>
}

export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes'
}

/** `ab/cd/abcd…`: so many files that no folder holds more than a few hundred. No text of a person's is ever in it. */
export function storedPath(sha256: string): string {
  if (!isSha256(sha256)) throw new Error('a key is a SHA-256 in hexadecimal digits')
  return `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
