import type { UnfinishedUploadDto } from '@mozhou/contracts/files/answers'

/** When a file was last changed, as an upload is told; null for what no clock has shown. */
export function modifiedAtOf({ lastModified }: File): string | null {
  const at = new Date(lastModified)
  const year = at.getUTCFullYear()
  return year >= 2000 && year <= 2100 ? at.toISOString() : null
}

type Begun = Pick<UnfinishedUploadDto, 'name' | 'bytes' | 'modifiedAt'>

/** Whether a file is the one that an upload was begun with, by all that was said of it then. */
export const isSameFile = ({ name, bytes, modifiedAt }: Begun, file: File): boolean =>
  file.size === bytes &&
  (name === null || name === file.name) &&
  (modifiedAt === null || modifiedAt === modifiedAtOf(file))
