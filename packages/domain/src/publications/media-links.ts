import type { PreviewDto } from '@mozhou/contracts/publications/answers'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { signFileLink } from '../files/file-links.ts'
import type { FilesContext } from '../files/files-context.ts'

/** Where the page shows and saves a package's own files. */
export function mediaLinks(
  ctx: Pick<FilesContext, 'secrets' | 'clock'>,
  { media }: PlatformPackage,
): PreviewDto['mediaLinks'] {
  return media.map((medium) => {
    if (medium.kind !== 'file') return { id: medium.id, url: null, downloadUrl: null }
    const link = (use: 'show' | 'download') => signFileLink(ctx, { fileId: medium.id, part: 'file', use }).url
    return { id: medium.id, url: link('show'), downloadUrl: link('download') }
  })
}
