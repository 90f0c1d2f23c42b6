import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { HandedOverDto } from '@mozhou/contracts/publications/handoff'
import { findDrawnMedia } from '../platform-media/find-drawn-media.ts'
import { storedPlatform } from '../stored-columns.ts'
import { readHandoffCode } from './handoff-code.ts'
import { handoffLinksMs, toHandoffDto } from './handoff-dto.ts'
import { mediaLinks } from './media-links.ts'
import { toPackageDto } from './package-dto.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storedHandoff, storedPackage } from './stored-package.ts'

/**
 * What a phone does that scanned the code on the computer's screen: whoever has the code may read the words and the pictures that are to go
 * out, for as long as it lives and they are waited for; nothing can be changed by it.
 * @throws AppError HANDOFF_CODE_INVALID, HANDOFF_CODE_EXPIRED, HANDOFF_CODE_DONE
 */
export async function openHandoff(ctx: PublicationsContext, { code }: { code: string }): Promise<HandedOverDto> {
  const { publicationId, expiresAt } = readHandoffCode(ctx, code)
  const row = await ctx.prisma.publication.findUnique({
    where: { id: publicationId },
    select: {
      status: true,
      platform: true,
      title: true,
      package: true,
      handoff: true,
      creationId: true,
      account: { select: { isSandbox: true } },
      user: { select: { status: true } },
    },
  })
  const handoff = row && storedHandoff(row.handoff)
  if (row?.status !== 'awaiting_user' || !handoff || row.user.status !== 'active')
    throw new AppError('HANDOFF_CODE_DONE')
  const pack = storedPackage(row.package)
  const platform = storedPlatform(row.platform)
  const { media, declarations } = pack
  const drawn = await findDrawnMedia(ctx, {
    media,
    creationId: row.creationId,
    isAiGenerated: declarations.ai !== null,
  })
  return {
    publicationId: formatId('publication', publicationId),
    platform,
    title: row.title,
    isSandbox: row.account.isSandbox,
    package: toPackageDto(pack),
    mediaLinks: mediaLinks(ctx, { package: pack, drawn, livesForMs: handoffLinksMs }),
    handoff: { ...toHandoffDto(platform, pack, handoff), phonePage: null },
    expiresAt: expiresAt.toISOString(),
  }
}
