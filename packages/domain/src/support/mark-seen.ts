import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'

/** Its person has the answers before them: neither the conversation nor what told of it counts as unread. */
export async function markSeen(
  ctx: DomainContext,
  { userId, conversationId }: { userId: string; conversationId: string },
): Promise<void> {
  const { count } = await ctx.prisma.supportConversation.updateMany({
    where: { id: conversationId, userId, unseenSince: { not: null } },
    data: { unseenSince: null },
  })
  if (count === 0) return
  await readNoticesOf(ctx, { userId, conversationId })
}

/** What told this person of the conversation is read. */
export async function readNoticesOf(
  ctx: DomainContext,
  { userId, conversationId }: { userId: string; conversationId: string },
): Promise<void> {
  const shown = formatId('conversation', conversationId)
  const read = await ctx.prisma.$executeRaw`
    UPDATE notifications SET read_at = ${ctx.clock.now()}
    WHERE user_id = ${userId}::uuid AND read_at IS NULL AND is_shown AND params->>'conversationId' = ${shown}`
  if (read > 0) await wakeReaders(ctx, userId)
}
