import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bytesIn, unlessMissing } from './folder.ts'
import { isSha256, storedPath } from './port.ts'
import type { FileStore, ListPage, StagedFile, StoredPage } from './port.ts'

/** A folder of the local disk. A file appears under its key whole, by a rename, after it is on the disk. */
export function createDiskStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, storedPath(sha256))
  const bytesOf = (sha256: string) => bytesIn(pathOf(sha256))
  return {
    name: 'disk',
    async put(staged) {
      const path = pathOf(staged.sha256)
      // Bytes of that hash and length are these bytes.
      if ((await bytesOf(staged.sha256)) === staged.bytes) return
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await flush(staged.path)
      await moveTo(staged, path)
      await flush(dirname(path))
    },
    async open(sha256, range) {
      const bytes = await bytesOf(sha256)
      if (bytes === null) return null
      if (range !== undefined && (range.start > range.end || range.end >= bytes))
        throw new RangeError('not in the file')
      return createReadStream(pathOf(sha256), range)
    },
    async head(sha256) {
      const bytes = await bytesOf(sha256)
      return bytes === null ? null : { bytes }
    },
    delete: (sha256) => rm(pathOf(sha256), { force: true }),
    list: (page) => listFolder(join(folder, 'sha256'), page),
  }
}

/** Staged on another file system, it is copied beside its place first. */
async function moveTo(staged: StagedFile, path: string): Promise<void> {
  try {
    await rename(staged.path, path)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EXDEV')) throw cause
    const beside = `${path}.${randomUUID()}`
    await copyFile(staged.path, beside)
    await flush(beside)
    await rename(beside, path)
    await rm(staged.path, { force: true })
  }
}

/** A rename may reach the disk before the bytes it names do. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** In the order of keys, which is the order of folders. */
async function listFolder(root: string, { after = '', limit }: ListPage): Promise<StoredPage> {
  const files: { sha256: string; bytes: number; storedAt: Date }[] = []
  for (const first of await namesFrom(root, after.slice(0, 2))) {
    for (const second of await namesFrom(join(root, first), after.startsWith(first) ? after.slice(2, 4) : '')) {
      for (const name of await namesFrom(join(root, first, second), after)) {
        const found = await stat(join(root, first, second, name)).catch(unlessMissing)
        if (name <= after || !isSha256(name) || found === null) continue
        if (files.length === limit) return { files, next: files.at(-1)?.sha256 ?? null }
        files.push({ sha256: name, bytes: found.size, storedAt: found.mtime })
      }
    }
  }
  return { files, next: null }
}

async function namesFrom(folder: string, least: string): Promise<string[]> {
  const names = (await readdir(folder).catch(unlessMissing)) ?? []
  return names.filter((name) => name >= least).toSorted()
}
