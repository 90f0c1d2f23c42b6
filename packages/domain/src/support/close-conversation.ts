import type { ConversationDto } from '@mozhou/contracts/support/answers'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { wakeViewers } from './conversation-topic.ts'
import { getConversation } from './get-conversation.ts'
import { lockConversation } from './lock-conversation.ts'

/** Its person needs nothing more; for some days another message opens it again. One that is closed stays as it is. */
export async function closeConversation(
  ctx: DomainContext,
  owned: { userId: string; conversationId: string },
): Promise<ConversationDto> {
  await inTransaction(ctx, async (tx) => {
    const { status } = await lockConversation(tx, owned)
    if (status === 'closed') return
    await tx.prisma.supportConversation.update({
      where: { id: owned.conversationId },
      data: {
        status: 'closed',
        waitingSince: null,
        unseenSince: null,
        closedAt: tx.clock.now(),
        closedBy: 'person',
      },
      select: { id: true },
    })
  })
  await wakeViewers(ctx, owned)
  return getConversation(ctx, owned)
}
