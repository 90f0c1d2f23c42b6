import { open, readdir, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

/** At a time: each reading and writing costs a turn of a thread, and hundreds of megabytes are many of them. */
const readBytes = 256 * 1_024

/** A file piece by piece, in one and the same memory: a piece is good until the next one is asked for. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(readBytes)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, readBytes, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** A write may take a part of what it is given. */
export async function writeAll(file: FileHandle, piece: Uint8Array, from: number | null = null): Promise<void> {
  for (let at = 0; at < piece.byteLength;) {
    const place = from === null ? null : from + at
    at += (await file.write(piece, at, piece.byteLength - at, place)).bytesWritten
  }
}

export const discard = (path: string): Promise<void> => rm(path, { force: true })

/** Null when there is nothing. */
export const bytesIn = async (path: string): Promise<number | null> =>
  (await stat(path).catch(unlessMissing))?.size ?? null

/** What was not touched since. @returns files removed */
export async function clearFolder(folder: string, olderThan: Date): Promise<number> {
  let removed = 0
  for (const name of (await readdir(folder).catch(unlessMissing)) ?? []) {
    const path = join(folder, name)
    const found = await stat(path).catch(unlessMissing)
    if (found === null || found.mtime >= olderThan) continue
    await discard(path)
    removed += 1
  }
  return removed
}

/** @throws whatever is not "there is no such thing" */
export function unlessMissing(cause: unknown): null {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
  throw cause
}
