import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { MediaSource } from '@mozhou/integrations/publishing/make-media'
import type { MediaFile, MediaWanted } from '@mozhou/integrations/publishing/media-port'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import type { PackageMedia } from '@mozhou/platforms/platform-package'
import type { FilesContext } from '../files/files-context.ts'

/** Makes a package's medium what a platform takes; `source` is null for what is drawn, `label` for what no AI had a part in. */
export type MediaMaker = (making: {
  medium: PackageMedia
  wanted: MediaWanted
  source: MediaSource | null
  label: { producer: string; contentId: string } | null
}) => Promise<Omit<MediaFile, 'publicUrl'>>

/** The platforms as they are reached from here, and what is made for them. */
export interface PublishingParts {
  connectors: Partial<Record<PlatformKey, PublishingConnector>>
  /** Those that the sandbox plays. */
  playedPlatforms: ReadonlySet<PlatformKey>
  makeMedia: MediaMaker
}

export interface PublicationsContext extends FilesContext, PublishingParts {
  /** Address of the API as platforms reach it, without a path. */
  publicApiUrl: string
}

/** For processes that publish nothing. */
export function noPublishing(): PublishingParts {
  return {
    connectors: {},
    playedPlatforms: new Set(),
    makeMedia: () => Promise.reject(new Error('this process publishes nothing')),
  }
}
