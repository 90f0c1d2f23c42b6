import type { CalendarDto, PublicationDto } from '@mozhou/contracts/publications/answers'
import type { CalendarInput, ListPublicationsInput } from '@mozhou/contracts/publications/inputs'
import { statusesOfGroup } from '@mozhou/contracts/publications/kinds'
import type { Page } from '@mozhou/contracts/page'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { dayOf } from '../shanghai-day.ts'
import { dayBounds } from '../shanghai-range.ts'
import { publicationSelect, toPublicationDto } from './publication-dto.ts'
import type { PublicationsContext } from './publications-context.ts'

/** One's own, newest first. */
export async function listPublications(
  ctx: PublicationsContext,
  { userId, cursor, limit, group, platform, accountId, creationId }: ListPublicationsInput & { userId: string },
): Promise<Page<PublicationDto>> {
  const rows = await ctx.prisma.publication.findMany({
    where: {
      userId,
      ...(group !== undefined && { status: { in: [...statusesOfGroup[group]] } }),
      ...(platform !== undefined && { platform }),
      ...(accountId !== undefined && { accountId }),
      ...(creationId !== undefined && { creationId }),
      AND: [afterCursor(cursor)],
    },
    orderBy: newestFirst,
    take: limit + 1,
    select: publicationSelect,
  })
  return toPage(rows, limit, (row) => toPublicationDto(ctx, row))
}

/** What a page of two months can show; nobody plans more. */
const mostOnCalendar = 2_000

/** By the day in Shanghai on which each is due, or was; drafts have none. */
export async function calendar(
  ctx: PublicationsContext,
  { userId, from, to }: CalendarInput & { userId: string },
): Promise<CalendarDto> {
  const rows = await ctx.prisma.publication.findMany({
    where: { userId, dueAt: dayBounds({ from, to }), status: { not: 'cancelled' } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: mostOnCalendar,
    select: { ...publicationSelect, dueAt: true },
  })
  const days = new Map<string, PublicationDto[]>()
  for (const row of rows) {
    if (row.dueAt === null) continue
    const day = dayOf(row.dueAt)
    days.set(day, [...(days.get(day) ?? []), toPublicationDto(ctx, row)])
  }
  return { days: [...days].map(([day, publications]) => ({ day, publications })) }
}
