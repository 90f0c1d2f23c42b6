import type { FileDto } from '@mozhou/contracts/answers'

/** Hands a file made by the server to the browser's downloads. */
export function saveFile(file: Pick<FileDto, 'name' | 'mediaType' | 'text'>): void {
  saveBlob(file.name, new Blob([file.text], { type: `${file.mediaType};charset=utf-8` }))
}

/** The same of what the page has made itself. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has read it by then; some browsers begin only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
