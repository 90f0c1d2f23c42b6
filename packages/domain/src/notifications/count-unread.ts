import type { UnreadDto } from '@mozhou/contracts/notifications/answers'
import type { DomainContext } from '../context.ts'

const most = 100

/** Counted from the rows, up to 100. */
export async function countUnread(ctx: Pick<DomainContext, 'prisma'>, userId: string): Promise<UnreadDto> {
  const [row] = await ctx.prisma.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS unread FROM (
      SELECT 1 FROM notifications WHERE user_id = ${userId}::uuid AND read_at IS NULL AND is_shown LIMIT ${most}) AS found`
  return { unread: row?.unread ?? 0 }
}
