import type { FileWork } from '@mozhou/integrations/files/port'
import type { FileStore, Staging } from '@mozhou/integrations/storage/port'
import type { DomainContext } from '../context.ts'

/** What keeping files needs besides: where they lie, where they wait, and who reads what strangers sent. */
export interface FileParts {
  fileStore: FileStore
  staging: Staging
  fileWork: FileWork
}

export interface FilesContext extends DomainContext, FileParts {}

/** For commands that keep no files. */
export function noFiles(): FileParts {
  const refuse = () => Promise.reject(new Error('this process keeps no files'))
  return {
    fileStore: { name: 'none', put: refuse, open: refuse, head: refuse, delete: refuse, list: refuse },
    staging: { receive: refuse, reserve: refuse, adopt: refuse, discard: refuse, clear: refuse },
    fileWork: {
      examine: refuse,
      clean: refuse,
      deliver: refuse,
      label: refuse,
      draw: refuse,
      drawFormula: refuse,
      readCodes: refuse,
      close: () => Promise.resolve(),
    },
  }
}
