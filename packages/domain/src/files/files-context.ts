import type { FilmTools } from '@mozhou/integrations/files/mark-movie'
import type { PictureTools } from '@mozhou/integrations/files/picture-tools'
import type { FileWork } from '@mozhou/integrations/files/port'
import type { FileStore, PartialFiles, Staging } from '@mozhou/integrations/storage/port'
import type { DomainContext } from '../context.ts'

/** What keeping files needs besides: where they lie, where they wait, and who reads what strangers sent. */
export interface FileParts {
  fileStore: FileStore
  staging: Staging
  partialFiles: PartialFiles
  fileWork: FileWork
  pictureTools: PictureTools
  filmTools: FilmTools
}

export interface FilesContext extends DomainContext, FileParts {}

/** For commands that keep no files. */
export function noFiles(): FileParts {
  const refuseNow = () => {
    throw new Error('this process keeps no files')
  }
  const refuse = () => Promise.reject(new Error('this process keeps no files'))
  return {
    fileStore: { name: 'none', put: refuse, open: refuse, head: refuse, delete: refuse, list: refuse },
    staging: { receive: refuse, reserve: refuse, adopt: refuse, discard: refuse, clear: refuse },
    partialFiles: { bytesOf: refuse, write: refuse, read: refuseNow, discard: refuse, clear: refuse },
    fileWork: {
      examine: refuse,
      clean: refuse,
      deliver: refuse,
      label: refuse,
      convert: refuse,
      draw: refuse,
      drawFormula: refuse,
      readCodes: refuse,
      close: () => Promise.resolve(),
    },
    pictureTools: {
      openPicture: refuse,
      keepOutsideMask: refuse,
      cutPicture: refuse,
      fitPicture: refuse,
      enlargePicture: refuse,
      hasWhite: refuse,
      isBlackAndWhite: refuse,
      expectedSize: () => ({ kind: 'any' }),
      // oxlint-disable-next-line require-yield -- it gives nothing
      fetchFile: async function* () {
        await refuse()
      },
    },
    filmTools: { markMovie: refuse, markedBytes: refuseNow },
  }
}
