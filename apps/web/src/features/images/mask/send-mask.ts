import type { MaskDto } from '@mozhou/contracts/images/answers'
import { restError } from '@mozhou/ui/wire/wire-error'
import { api } from '../../../api.ts'
import { UploadRefused } from '../../files/send-file.ts'

/** @throws UploadRefused */
export async function sendMask(png: Blob): Promise<MaskDto> {
  let response = await put(png)
  if (response.status === 401) {
    // The client refreshes the session, or leads to the login; this endpoint is outside it.
    await api.auth.me.query()
    response = await put(png)
  }
  const body = await response.text()
  if (!response.ok) throw new UploadRefused(restError(body))
  return JSON.parse(body) as MaskDto
}

function put(png: Blob): Promise<Response> {
  return fetch('/api/v1/image/masks', {
    method: 'POST',
    headers: { 'x-mozhou-app': 'web', 'content-type': 'image/png' },
    body: png,
  })
}
