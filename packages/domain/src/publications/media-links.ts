import type { PreviewDto } from '@mozhou/contracts/publications/answers'
import type { PackageMedia, PlatformPackage } from '@mozhou/platforms/platform-package'
import { signFileLink } from '../files/file-links.ts'
import type { FilesContext } from '../files/files-context.ts'

type MediaLinks = PreviewDto['mediaLinks']

interface LinksOf {
  package: Pick<PlatformPackage, 'media'>
  /** Files of cards and formulas that are drawn already, by the id of the medium. */
  drawn?: ReadonlyMap<string, string>
  /** Left out: as long as links of their use live. */
  livesForMs?: number
}

/** Where the page shows and saves a package's pictures and films. */
export function mediaLinks(
  ctx: Pick<FilesContext, 'secrets' | 'clock'>,
  { package: { media }, drawn = new Map(), livesForMs }: LinksOf,
): MediaLinks {
  return media.map((medium) => {
    const fileId = fileOf(medium, drawn)
    if (fileId === null) return { id: medium.id, url: null, downloadUrl: null }
    const link = (use: 'show' | 'download') =>
      signFileLink(ctx, { fileId, part: 'file', use, ...(livesForMs !== undefined && { livesForMs }) }).url
    return { id: medium.id, url: link('show'), downloadUrl: link('download') }
  })
}

const fileOf = (medium: PackageMedia, drawn: ReadonlyMap<string, string>): string | null =>
  medium.kind === 'file' ? medium.id : (drawn.get(medium.id) ?? null)
