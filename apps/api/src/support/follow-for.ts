import type { ConversationNewsDto } from '@mozhou/contracts/support/answers'
import { followConversation } from '@mozhou/domain/support/follow-conversation'
import type { Context } from '../context.ts'

/** One of the streams that whoever asks may have open. Ends politely when the process drains, and the client comes back. */
export async function* followFor(
  ctx: Context & { user: { id: string } },
  { conversationId, userId, signal }: { conversationId: string; userId?: string; signal: AbortSignal | undefined },
): AsyncGenerator<ConversationNewsDto, void> {
  const until = AbortSignal.any([ctx.shutdown, ...(signal ? [signal] : [])])
  const leave = await ctx.personStreams.enter(ctx.user.id)
  try {
    const followed = { conversationId, signal: until, ...(userId !== undefined && { userId }) }
    yield* followConversation(ctx.domain, ctx.unreadHub, followed)
  } finally {
    leave()
  }
}
