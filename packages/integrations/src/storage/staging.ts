import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { clearFolder, discard, piecesOf, writeAll } from './folder.ts'
import { TooManyBytes } from './port.ts'
import type { StagedFile, Staging } from './port.ts'

/** In a folder of the local disk, whatever store keeps the files: on the store's own disk, keeping is then a rename. */
export function createStaging(folder: string): Staging {
  const reserve = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return join(folder, randomUUID())
  }
  return {
    reserve,
    async receive(source, mostBytes) {
      const path = await reserve()
      try {
        return { path, ...(await writeDown(source, path, mostBytes)) }
      } catch (cause) {
        await discard(path)
        throw cause
      }
    },
    async adopt(path): Promise<StagedFile> {
      const hash = createHash('sha256')
      let bytes = 0
      for await (const piece of piecesOf(path)) {
        hash.update(piece)
        bytes += piece.byteLength
      }
      return { path, sha256: hash.digest('hex'), bytes }
    },
    discard,
    clear: (olderThan) => clearFolder(folder, olderThan),
  }
}

async function writeDown(source: AsyncIterable<Uint8Array>, path: string, mostBytes: number) {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of source) {
      bytes += piece.byteLength
      if (bytes > mostBytes) throw new TooManyBytes()
      // Hashed while it is written.
      const written = writeAll(file, piece)
      hash.update(piece)
      await written
    }
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}
