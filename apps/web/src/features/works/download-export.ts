import type { ExportFormat } from '@mozhou/contracts/creations/kinds'
import { downloadFile } from '@mozhou/ui/api/download-file'
import type { ShownError } from '@mozhou/ui/wire/wire-error'
import { api } from '../../api.ts'

interface ExportChoice {
  creationId: string
  format: ExportFormat
  isLabelled: boolean
  hasNotes: boolean
}

/** Saves the file under the name the API gives it; answers what went wrong, or null. */
export function downloadExport({ creationId, format, isLabelled, hasNotes }: ExportChoice): Promise<ShownError | null> {
  const search = new URLSearchParams({ format, label: isLabelled ? 'on' : 'off', notes: String(hasNotes), app: 'web' })
  return downloadFile({
    address: `/api/v1/creations/${encodeURIComponent(creationId)}/export?${search.toString()}`,
    app: 'web',
    name: `creation.${format}`,
    askAgain: () => api.auth.me.query(),
  })
}
