import type { FileDto } from '@mozhou/contracts/files/answers'
import { api } from '../../api.ts'
import { sendHttp } from './http-call.ts'
import { sendFile } from './send-file.ts'
import type { Sending } from './send-file.ts'
import { giveUp, partsFrom, sendInParts } from './send-parts.ts'
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
