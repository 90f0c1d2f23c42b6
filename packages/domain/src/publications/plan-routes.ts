import { formatId } from '@mozhou/contracts/ids'
import type { PlannedRoutesInput } from '@mozhou/contracts/publications/inputs'
import type { PlannedRoutesDto } from '@mozhou/contracts/publications/planned-routes'
import { hasModelPart } from '@mozhou/platforms/adapt/adapt'
import { usualContentType } from '@mozhou/platforms/platforms'
import { storedPlatform } from '../stored-columns.ts'
import { chooseRoute } from './choose-route.ts'
import { loadWork } from './load-work.ts'
import { capabilityFor } from './make-package.ts'
import { optionsOf } from './preview-publications.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storedCapabilities } from './stored-package.ts'

/**
 * How a work would go to each account of its author as it stands: what the account can do, held against what the work has to declare.
 * @throws AppError as `loadWork`
 */
export async function planRoutes(
  ctx: PublicationsContext,
  { userId, ...input }: PlannedRoutesInput & { userId: string },
): Promise<PlannedRoutesDto> {
  const { document } = await loadWork(ctx, { ...input, userId, options: optionsOf(input) })
  const hasVideo = document.media.some(({ kind }) => kind === 'video')
  const rows = await ctx.prisma.platformAccount.findMany({
    where: { userId, state: { not: 'disconnected' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, platform: true, capabilities: true },
  })
  return {
    routes: rows.flatMap((row) => {
      const platform = storedPlatform(row.platform)
      const contentType = usualContentType(platform, hasVideo)
      const capability = capabilityFor(storedCapabilities(row.capabilities), contentType)
      if (!capability) return []
      const piece = { platform, hasAi: hasModelPart(document, contentType), originUrl: null }
      const accountId = formatId('platformAccount', row.id)
      return [{ accountId, contentType, ...chooseRoute(piece, capability) }]
    }),
  }
}
