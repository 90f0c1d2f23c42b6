import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { SendMessageInput } from '@mozhou/contracts/support/inputs'
import { supportLimits } from '@mozhou/contracts/support/kinds'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { inTransaction } from '../transaction.ts'
import { auditConversation } from './audit-conversation.ts'
import { wakeViewers } from './conversation-topic.ts'
import { insertMessage, isRepeat } from './insert-message.ts'
import { lockConversation } from './lock-conversation.ts'
import type { LockedConversation } from './lock-conversation.ts'
import { readNoticesOf } from './mark-seen.ts'
import { mayGoOn } from './support-rules.ts'
import { refuseIfTaken } from './take-conversation.ts'

/**
 * An operator answers; whoever answers what nobody has, has it from then on. Its person is told, once until they look. The same request key
 * again writes nothing.
 * @throws AppError CONVERSATION_NOT_FOUND, CONVERSATION_TAKEN, CONVERSATION_CLOSED, IDEMPOTENCY_KEY_REUSED
 */
export async function answerConversation(
  ctx: DomainContext,
  { conversationId, text, requestKey, actor }: SendMessageInput & { actor: Actor },
): Promise<void> {
  const told = await inTransaction(ctx, async (tx) => {
    const conversation = await lockConversation(tx, { conversationId })
    const message = { conversationId, side: 'operator' as const, authorId: actor.userId, text, requestKey }
    if (await isRepeat(tx, message)) return []
    refuseIfTaken(conversation, actor)
    if (!mayGoOn(conversation, tx.clock.now()))
      throw new AppError('CONVERSATION_CLOSED', { days: supportLimits.reopenDays })
    await insertMessage(tx, message)
    await waitForPerson(tx, conversation, actor)
    return [conversation.userId]
  })
  await wakeViewers(ctx, { conversationId, told })
  await readNoticesOf(ctx, { userId: actor.userId, conversationId })
}

async function waitForPerson(tx: TxContext, conversation: LockedConversation, actor: Actor): Promise<void> {
  const { id, userId, subject, status, unseenSince } = conversation
  const now = tx.clock.now()
  await tx.prisma.supportConversation.update({
    where: { id },
    data: {
      status: 'waiting_for_person',
      waitingSince: null,
      firstAnswerAt: conversation.firstAnswerAt ?? now,
      lastMessageAt: now,
      unseenSince: unseenSince ?? now,
      closedAt: null,
      closedBy: null,
      ...(conversation.takenById === null && { takenById: actor.userId, takenAt: now }),
    },
    select: { id: true },
  })
  if (unseenSince === null) {
    const params = { conversationId: formatId('conversation', id), subject }
    await notify(tx, {
      userId,
      event: { kind: 'support_answered', params },
      key: `support_answered:${id}:${now.getTime()}`,
    })
  }
  const [before, after] = [{ status }, { status: 'waiting_for_person' }]
  await auditConversation(tx, { action: 'support.answer', conversationId: id, actor, before, after })
}
