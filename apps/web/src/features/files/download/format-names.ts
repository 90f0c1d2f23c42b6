import type { DownloadFormat } from '@mozhou/contracts/files/kinds'

/** The same in every language. */
export const formatNames: Record<DownloadFormat, string> = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' }
