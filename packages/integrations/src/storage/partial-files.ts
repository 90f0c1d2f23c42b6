import { constants } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesIn, clearFolder, discard, piecesOf, writeAll } from './folder.ts'
import { TooManyBytes } from './port.ts'
import type { PartialFiles } from './port.ts'

/** A file each, as long as what has come: a process that is killed loses nothing of it, and nobody has to write down how far it was. */
export function createPartialFiles(folder: string): PartialFiles {
  const pathOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('an upload is named by its id')
    return join(folder, id)
  }
  return {
    bytesOf: async (id) => (await bytesIn(pathOf(id))) ?? 0,
    async write(id, source, { offset, mostBytes }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(pathOf(id), constants.O_WRONLY | constants.O_CREAT, 0o600)
      try {
        let at = offset
        for await (const piece of source) {
          if (at + piece.byteLength > mostBytes) throw new TooManyBytes()
          await writeAll(file, piece, at)
          at += piece.byteLength
        }
      } finally {
        await file.close()
      }
    },
    read: (id) => piecesOf(pathOf(id)),
    discard: (id) => discard(pathOf(id)),
    clear: (olderThan) => clearFolder(folder, olderThan),
  }
}
