import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { inTransaction } from '../transaction.ts'
import { auditConversation } from './audit-conversation.ts'
import { wakeViewers } from './conversation-topic.ts'
import { lockConversation } from './lock-conversation.ts'
import { refuseIfTaken } from './take-conversation.ts'

/**
 * An operator closes what is settled, and its person is told; for some days their next message opens it again.
 * @throws AppError CONVERSATION_NOT_FOUND, CONVERSATION_TAKEN
 */
export async function closeForPerson(
  ctx: DomainContext,
  { conversationId, actor }: { conversationId: string; actor: Actor },
): Promise<void> {
  const told = await inTransaction(ctx, async (tx) => {
    const conversation = await lockConversation(tx, { conversationId })
    const { userId, subject, status } = conversation
    if (status === 'closed') return []
    refuseIfTaken(conversation, actor)
    const now = tx.clock.now()
    await tx.prisma.supportConversation.update({
      where: { id: conversationId },
      data: { status: 'closed', waitingSince: null, closedAt: now, closedBy: 'operator' },
      select: { id: true },
    })
    const params = { conversationId: formatId('conversation', conversationId), subject }
    const key = `support_closed:${conversationId}:${now.getTime()}`
    await notify(tx, { userId, event: { kind: 'support_closed', params }, key })
    const [before, after] = [{ status }, { status: 'closed' }]
    await auditConversation(tx, { action: 'support.close', conversationId, actor, before, after })
    return [userId]
  })
  await wakeViewers(ctx, { conversationId, told })
}
