import type { FileDto } from '@mozhou/contracts/files/answers'
import type { UnfinishedUploadDto } from '@mozhou/contracts/files/answers'
import { isSignedOut } from '@mozhou/ui/wire/wire-error'
import { api } from '../../api.ts'
import { sendHttp } from './http-call.ts'
import { sendFile, UploadRefused } from './send-file.ts'
import type { Sending } from './send-file.ts'
import { endUpload, giveUp, partsFrom, sendInParts, uploadPath } from './send-parts.ts'
import type { PartsWorld } from './send-parts.ts'
import { deviceUploads } from './upload-memory.ts'

const world: PartsWorld = {
  http: sendHttp,
  memory: deviceUploads,
  readFile: (fileId) => api.files.one.query({ fileId }),
  pause: (ms, signal) =>
    new Promise((resolve, reject) => {
      const over = setTimeout(resolve, ms)
      signal.addEventListener('abort', () => {
        clearTimeout(over)
        reject(new DOMException('cancelled', 'AbortError'))
      })
    }),
}

/** In parts where that is worth a second request. */
export const sendUpload = (sending: Sending): Promise<FileDto> =>
  sending.file.size < partsFrom ? sendFile(sending) : sendInParts(world, sending)

/** Best effort: it ends by itself within a day. */
export const giveUpUpload = (file: File): Promise<void> => giveUp(world, file).catch(() => undefined)

/** What this file was begun as, also on another device: sent next, it goes on from there. */
export const goOnWith = ({ id }: UnfinishedUploadDto, file: File): void => deviceUploads.keep(file, uploadPath(id))

/** Gives its space back, with a session made anew where that has run out. @throws UploadRefused */
export async function endUnfinished({ id }: UnfinishedUploadDto): Promise<void> {
  try {
    await endUpload(world, uploadPath(id))
  } catch (cause) {
    if (!(cause instanceof UploadRefused) || !isSignedOut(cause.shown.code)) throw cause
    await api.auth.me.query()
    await endUpload(world, uploadPath(id))
  }
}
