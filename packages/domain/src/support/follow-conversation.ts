import { AppError } from '@mozhou/contracts/errors'
import type { ConversationNewsDto } from '@mozhou/contracts/support/answers'
import type { DomainContext } from '../context.ts'
import { createSleeper } from '../notifications/create-sleeper.ts'
import type { UnreadHub } from '../notifications/unread-hub.ts'
import { storedConversationStatus } from '../stored-columns.ts'
import { conversationTopic } from './conversation-topic.ts'

/** What a wake-up that was lost costs at most; while Redis is away, the pace of news. */
const lookEveryMs = 10_000

interface Followed {
  conversationId: string
  /** Its person; without, for operators. */
  userId?: string
  signal: AbortSignal
  everyMs?: number
}

/** Tells an open page that something was said or done, at once and whenever that happens. @throws AppError CONVERSATION_NOT_FOUND */
export async function* followConversation(
  ctx: DomainContext,
  hub: UnreadHub,
  { conversationId, userId, signal, everyMs = lookEveryMs }: Followed,
): AsyncGenerator<ConversationNewsDto, void> {
  const sleeper = createSleeper(signal)
  const leave = hub.watch(conversationTopic(conversationId), sleeper.wake)
  try {
    let told = ''
    while (!signal.aborted) {
      const row = await ctx.prisma.supportConversation.findFirst({
        where: { id: conversationId, ...(userId !== undefined && { userId }) },
        select: { status: true, lastMessageAt: true, takenBy: { select: { username: true } } },
      })
      if (!row) throw new AppError('CONVERSATION_NOT_FOUND')
      const news = {
        status: storedConversationStatus(row.status),
        lastMessageAt: row.lastMessageAt.toISOString(),
        takenBy: userId === undefined ? (row.takenBy?.username ?? null) : null,
      }
      if (JSON.stringify(news) !== told) yield news
      told = JSON.stringify(news)
      await sleeper.sleep(everyMs)
    }
  } finally {
    leave()
  }
}
