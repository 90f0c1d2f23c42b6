import type { UnreadDto } from '@mozhou/contracts/notifications/answers'
import type { DomainContext } from '../context.ts'
import { countUnread } from './count-unread.ts'
import { wakeReaders } from './wake-readers.ts'

/** One of a person's notifications, or all that there are at this moment. One that is read already, or is not theirs, changes nothing. */
export async function markRead(
  ctx: DomainContext,
  { userId, notificationId: id }: { userId: string; notificationId?: string },
): Promise<UnreadDto> {
  const readAt = ctx.clock.now()
  const { count } = await ctx.prisma.notification.updateMany({
    where: { userId, readAt: null, ...(id !== undefined && { id }) },
    data: { readAt },
  })
  if (count > 0) await wakeReaders(ctx, userId)
  return countUnread(ctx, userId)
}
