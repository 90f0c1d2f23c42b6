import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
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
      for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
        hash.update(piece)
        bytes += piece.byteLength
      }
      return { path, sha256: hash.digest('hex'), bytes }
    },
    discard,
    async clear(olderThan) {
      let removed = 0
      for (const name of await namesIn(folder)) {
        const path = join(folder, name)
        const found = await stat(path).catch(unlessMissing)
        if (found === null || found.mtime >= olderThan) continue
        await discard(path)
        removed += 1
      }
      return removed
    },
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
      hash.update(piece)
      await writeAll(file, piece)
    }
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** A write may take a part of what it is given. */
async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.byteLength;) at += (await file.write(piece, at)).bytesWritten
}

const discard = (path: string) => rm(path, { force: true })

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(unlessMissing)) ?? []

/** @throws whatever is not "there is no such thing" */
export function unlessMissing(cause: unknown): null {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
  throw cause
}
