import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import type { PictureUrl } from './media-pictures.tsx'

export interface PreviewProps {
  package: PlatformPackage
  /** As the platform shows the account. */
  accountName: string
  pictureUrl: PictureUrl
}
