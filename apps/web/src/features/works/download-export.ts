import type { ExportFormat } from '@mozhou/contracts/creations/kinds'
import type { ShownError } from '@mozhou/ui/api/wire-error'
import { restError, toShownError } from '@mozhou/ui/api/wire-error'
import { api } from '../../api.ts'

interface ExportChoice {
  creationId: string
  format: ExportFormat
  isLabelled: boolean
  hasNotes: boolean
}

/** Saves the file under the name the API gives it; answers what went wrong, or null. */
export async function downloadExport(choice: ExportChoice): Promise<ShownError | null> {
  try {
    let response = await ask(choice)
    if (response.status === 401) {
      // The client refreshes the session, or leads to the login; this endpoint is outside it.
      await api.auth.me.query()
      response = await ask(choice)
    }
    if (!response.ok) return restError(await response.text())
    save(await response.blob(), fileName(response.headers.get('content-disposition')) ?? `creation.${choice.format}`)
    return null
  } catch (cause) {
    return toShownError(cause)
  }
}

function ask(choice: ExportChoice): Promise<Response> {
  const search = new URLSearchParams({
    format: choice.format,
    label: choice.isLabelled ? 'on' : 'off',
    notes: String(choice.hasNotes),
    app: 'web',
  })
  return fetch(`/api/v1/creations/${encodeURIComponent(choice.creationId)}/export?${search.toString()}`, {
    headers: { 'x-mozhou-app': 'web' },
  })
}

function fileName(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/u.exec(disposition ?? '')?.[1]
  return encoded === undefined ? null : decodeURIComponent(encoded)
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers begin reading only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
