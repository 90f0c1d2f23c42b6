import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Refusal } from './evidence-port.ts'
import type { MediaFile, MediaWanted } from './media-port.ts'
import { refusalOf, refusedHere, UploadFailed } from './platform-error.ts'

interface Uploading {
  vendor: string
  wanted: readonly MediaWanted[]
  files: readonly MediaFile[]
  signal: AbortSignal
  upload(file: MediaFile, wanted: MediaWanted): Promise<void>
}

/**
 * One after another. What is wrong with one picture does not keep the others from being looked at, so that all that are refused are named at
 * once; anything else ends it, and says at which one. @throws UploadFailed
 */
export async function uploadEach({ vendor, wanted, files, signal, upload }: Uploading) {
  const refusals: Refusal[] = []
  for (const want of wanted) {
    signal.throwIfAborted()
    try {
      const file = files.find(({ id }) => id === want.id)
      await upload(fitting(vendor, want, file), want)
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof VendorError)) throw error
      if (error.kind !== 'invalid_request' && error.kind !== 'content_rejected') throw new UploadFailed(error, want.id)
      refusals.push({ ...refusalOf(error), mediaId: want.id })
    }
  }
  return refusals
}

/** @throws VendorError `invalid_request` before a byte is sent of what would be refused */
function fitting(vendor: string, want: MediaWanted, file: MediaFile | undefined): MediaFile {
  if (!file) throw refusedHere(vendor, 'media_missing')
  if (!want.mimeTypes.includes(file.mimeType)) throw refusedHere(vendor, 'media_type', file.mimeType)
  if (file.size > want.maxBytes) throw refusedHere(vendor, 'media_too_large', `${file.size} > ${want.maxBytes}`)
  if (want.needsPublicUrl && file.publicUrl === null) throw refusedHere(vendor, 'media_without_address')
  return file
}

export const wholeOf = async (file: MediaFile): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.read(0, file.size))

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'video/mp4': 'mp4' }

/** Platforms judge by the ending of the name, which is why the file's own, which may be anything, is not sent. */
export async function formOf(field: string, file: MediaFile): Promise<FormData> {
  const form = new FormData()
  const blob = new Blob([await wholeOf(file)], { type: file.mimeType })
  form.append(field, blob, `upload.${endings[file.mimeType] ?? 'bin'}`)
  return form
}
