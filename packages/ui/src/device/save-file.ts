import type { FileDto } from '@mozhou/contracts/answers'

/** Hands a file made by the server to the browser's downloads. */
export function saveFile(file: Pick<FileDto, 'name' | 'mediaType' | 'text'>): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: `${file.mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The download has read it by then; some browsers begin only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
