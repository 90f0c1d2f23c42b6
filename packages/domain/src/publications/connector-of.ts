import { AppError } from '@mozhou/contracts/errors'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import type { PublishingParts } from './publications-context.ts'

/** @throws AppError PLATFORM_WAY_NOT_OFFERED where nothing of the platform is set up */
export function connectorOf(
  { connectors }: Pick<PublishingParts, 'connectors'>,
  platform: PlatformKey,
): PublishingConnector {
  const found = connectors[platform]
  if (!found) throw new AppError('PLATFORM_WAY_NOT_OFFERED')
  return found
}
