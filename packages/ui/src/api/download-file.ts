import { saveBlob } from '../device/save-file.ts'
import type { ShownError } from '../wire/wire-error.ts'
import { restError, toShownError } from '../wire/wire-error.ts'

interface Download {
  address: string
  app: 'web' | 'admin'
  /** The language of the file, where it has one; else the browser's. */
  locale?: string
  /** Saved under it where the API gives no name. */
  name: string
  /** Any question of the app's own client, which refreshes the session or leads to the login: an address outside it does not. */
  askAgain: () => Promise<unknown>
}

/** Saves what an address of the API answers with, under the name that it gives; answers what went wrong, or null. */
export async function downloadFile(download: Download): Promise<ShownError | null> {
  try {
    let response = await ask(download)
    if (response.status === 401) {
      await download.askAgain()
      response = await ask(download)
    }
    if (!response.ok) return restError(await response.text())
    const name = nameIn(response.headers.get('content-disposition')) ?? download.name
    saveBlob(name, await response.blob())
    return null
  } catch (cause) {
    return toShownError(cause)
  }
}

function ask({ address, app, locale }: Download): Promise<Response> {
  return fetch(address, {
    headers: { 'x-mozhou-app': app, ...(locale !== undefined && { 'accept-language': locale }) },
  })
}

function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/u.exec(disposition ?? '')?.[1]
  return encoded === undefined ? null : decodeURIComponent(encoded)
}
