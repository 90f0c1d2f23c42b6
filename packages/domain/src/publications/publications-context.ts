import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { MediaSource } from '@mozhou/integrations/publishing/make-media'
import type { MediaFile, MediaWanted } from '@mozhou/integrations/publishing/media-port'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import type { FilesContext } from '../files/files-context.ts'

/** Makes a picture what a platform takes; `label` is null for what no AI had a part in. */
export type MediaMaker = (making: {
  /** As in `package.media`. */
  id: string
  wanted: MediaWanted
  source: MediaSource
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
