import type { FileDto } from '@mozhou/contracts/files/answers'
import type { ShownError } from '@mozhou/ui/api/wire-error'
import { restError } from '@mozhou/ui/api/wire-error'

/** Why a file was not taken. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused'
  readonly shown: ShownError

  constructor(shown: ShownError) {
    super(shown.code)
    this.shown = shown
  }
}

export interface Sending {
  file: File
  /** The same for every try of one file, so that an answer that got lost makes no second one. */
  key: string
  onProgress: (sent: number) => void
  signal: AbortSignal
}

/** By XMLHttpRequest, which alone tells how much has left. @throws UploadRefused; DOMException when it was cancelled */
export function sendFile({ file, key, onProgress, signal }: Sending): Promise<FileDto> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/v1/files?${new URLSearchParams({ name: file.name }).toString()}`)
    request.setRequestHeader('x-mozhou-app', 'web')
    request.setRequestHeader('idempotency-key', key)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as FileDto)
      else reject(new UploadRefused(restError(request.responseText)))
    })
    request.addEventListener('error', () => reject(new UploadRefused(restError(''))))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
