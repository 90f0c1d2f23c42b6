import type { FileDto } from '@mozhou/contracts/files/answers'
import type { ShownError } from '@mozhou/ui/wire/wire-error'
import { restError } from '@mozhou/ui/wire/wire-error'
import { sendHttp } from './http-call.ts'

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
  /** Whether the line is broken and being tried again. */
  onBroken: (isBroken: boolean) => void
  signal: AbortSignal
}

/** In one request. @throws UploadRefused; DOMException when it was cancelled */
export async function sendFile({ file, key, onProgress, signal }: Sending): Promise<FileDto> {
  const answer = await sendHttp({
    method: 'PUT',
    path: `/api/v1/files?${new URLSearchParams({ name: file.name }).toString()}`,
    headers: { 'idempotency-key': key, 'content-type': 'application/octet-stream' },
    body: file,
    onProgress,
    signal,
  })
  if (answer.status !== 200) throw new UploadRefused(restError(answer.text))
  return JSON.parse(answer.text) as FileDto
}
