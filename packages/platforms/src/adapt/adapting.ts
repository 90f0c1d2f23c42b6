import type { WorkDocument } from '../work-document.ts'
import type { PlatformKey } from '../platforms.ts'
import type { ChangeList } from './changes.ts'
import type { MediaList } from './media-list.ts'

/** What every writer of a body is given. */
export interface Adapting {
  platform: PlatformKey
  document: WorkDocument
  changes: ChangeList
  media: MediaList
}
