import { AppError } from '@mozhou/contracts/errors'
import type { PublicationDetailDto, PublicationDto, PublicationsDto } from '@mozhou/contracts/publications/answers'
import { findDrawnMedia } from '../platform-media/find-drawn-media.ts'
import { storedTheme } from '../stored-columns.ts'
import { handoffLinksMs, phonePageOf, toHandoffDto } from './handoff-dto.ts'
import { mediaLinks } from './media-links.ts'
import { toChangeDtos, toPackageDto, toReportDto } from './package-dto.ts'
import { publicationSelect, storySelect, toPublicationDto, toStory } from './publication-dto.ts'
import type { PublicationsContext } from './publications-context.ts'
import { storedChanges, storedHandoff, storedPackage, storedReport } from './stored-package.ts'

interface Own {
  userId: string
  publicationId: string
}

/** @throws AppError PUBLICATION_NOT_FOUND */
export async function getPublication(
  ctx: PublicationsContext,
  { userId, publicationId }: Own,
): Promise<PublicationDto> {
  const row = await ctx.prisma.publication.findFirst({
    where: { id: publicationId, userId },
    select: publicationSelect,
  })
  if (row === null) throw new AppError('PUBLICATION_NOT_FOUND')
  return toPublicationDto(ctx, row)
}

/** With its package, what was found, and all that happened. @throws AppError PUBLICATION_NOT_FOUND */
export async function getPublicationDetail(
  ctx: PublicationsContext,
  { userId, publicationId }: Own,
): Promise<PublicationDetailDto> {
  const row = await ctx.prisma.publication.findFirst({
    where: { id: publicationId, userId },
    select: {
      ...publicationSelect,
      ...storySelect,
      theme: true,
      package: true,
      changes: true,
      report: true,
      isEdited: true,
      handoff: true,
      watchedUntil: true,
      creation: { select: { title: true } },
    },
  })
  if (row === null) throw new AppError('PUBLICATION_NOT_FOUND')
  const pack = storedPackage(row.package)
  const handoff = storedHandoff(row.handoff)
  const dto = toPublicationDto(ctx, row)
  const isAiGenerated = pack.declarations.ai !== null
  const drawn = await findDrawnMedia(ctx, { media: pack.media, creationId: row.creationId, isAiGenerated })
  return {
    ...dto,
    ...toStory(row),
    creationTitle: row.creation.title,
    theme: storedTheme(row.theme),
    package: toPackageDto(pack),
    changes: toChangeDtos(storedChanges(row.changes)),
    report: toReportDto(storedReport(row.report)),
    isEdited: row.isEdited,
    mediaLinks: mediaLinks(ctx, { package: pack, drawn, livesForMs: handoffLinksMs }),
    handoff: handoff && {
      ...toHandoffDto(dto.platform, pack, handoff),
      phonePage: dto.status === 'awaiting_user' ? phonePageOf(ctx, row.id, handoff) : null,
    },
    watchedUntil: row.watchedUntil?.toISOString() ?? null,
  }
}

/** Several of one's own, for a page that watches them. Those that are not there are left out. */
export async function getStatuses(
  ctx: PublicationsContext,
  { userId, publicationIds }: { userId: string; publicationIds: readonly string[] },
): Promise<PublicationsDto> {
  const rows = await ctx.prisma.publication.findMany({
    where: { id: { in: [...publicationIds] }, userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: publicationSelect,
  })
  return { publications: rows.map((row) => toPublicationDto(ctx, row)) }
}
