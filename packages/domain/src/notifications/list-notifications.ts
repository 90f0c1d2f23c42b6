import type { NotificationDto } from '@mozhou/contracts/notifications/answers'
import type { Page, PageInput } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { toNotificationDto } from './notification-dto.ts'

/** What a person was told, newest first. */
export async function listNotifications(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, cursor, limit }: PageInput & { userId: string },
): Promise<Page<NotificationDto>> {
  const rows = await ctx.prisma.notification.findMany({
    where: { userId, isShown: true, ...afterCursor(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: { id: true, kind: true, params: true, createdAt: true, readAt: true },
  })
  return toPage(rows, limit, toNotificationDto)
}
