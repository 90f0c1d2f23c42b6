import { join } from 'node:path'
import { createDiskStore } from './disk-store.ts'
import { createPartialFiles } from './partial-files.ts'
import type { FileStore, PartialFiles, Staging } from './port.ts'
import { createS3Store } from './s3-store.ts'
import type { S3Settings } from './s3-store.ts'
import { createStaging } from './staging.ts'

export interface StorageSettings {
  /** Of the local disk; files wait there, and without `s3` stay there. */
  folder: string
  s3: S3Settings | null
}

export interface Storage {
  fileStore: FileStore
  staging: Staging
  partialFiles: PartialFiles
}

export function createStorage({ folder, s3 }: StorageSettings): Storage {
  return {
    fileStore: s3 === null ? createDiskStore(folder) : createS3Store(s3),
    staging: createStaging(join(folder, 'staging')),
    partialFiles: createPartialFiles(join(folder, 'uploads')),
  }
}
