import type { PublishInput } from '@mozhou/integrations/publishing/port'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { keyOf, mediaFiles } from './media-files.ts'
import { connectorOf } from './connector-of.ts'
import type { PublicationsContext } from './publications-context.ts'

/** What a connector is handed: the package as it was checked, and its media. */
export async function publishInput(
  ctx: PublicationsContext,
  { id, package: pack }: { id: string; package: PlatformPackage },
): Promise<PublishInput> {
  const connector = connectorOf(ctx, pack.platform)
  const media = await mediaFiles(ctx, { id, package: pack }, connector.mediaWanted(pack))
  return { package: pack, media, originUrl: pack.originUrl ?? null, key: keyOf(id) }
}
