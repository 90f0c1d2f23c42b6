import { AppError } from '@mozhou/contracts/errors'
import type { ConversationDto } from '@mozhou/contracts/support/answers'
import type { SendMessageInput } from '@mozhou/contracts/support/inputs'
import { supportLimits } from '@mozhou/contracts/support/kinds'
import { lockUser } from '../accounts/lock-user.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { inTransaction } from '../transaction.ts'
import { wakeViewers } from './conversation-topic.ts'
import { getConversation } from './get-conversation.ts'
import { insertMessage, isRepeat } from './insert-message.ts'
import { lockConversation } from './lock-conversation.ts'
import type { LockedConversation } from './lock-conversation.ts'
import { refuseTooManyMessages, refuseTooManyOpen } from './refuse-too-many.ts'
import { mayGoOn } from './support-rules.ts'
import { tellOperators } from './tell-operators.ts'

/**
 * A person writes on: it waits for us then, and one that was closed is open again. The same request key again writes nothing.
 * @throws AppError CONVERSATION_NOT_FOUND, CONVERSATION_CLOSED, SUPPORT_MESSAGES_LIMIT, OPEN_CONVERSATIONS_LIMIT, IDEMPOTENCY_KEY_REUSED
 */
export async function sendMessage(
  ctx: DomainContext,
  input: SendMessageInput & { userId: string },
): Promise<ConversationDto> {
  const { userId, conversationId, text, requestKey } = input
  const { benefits } = await getMembership(ctx, userId)
  const told = await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const conversation = await lockConversation(tx, { conversationId, userId })
    const message = { conversationId, side: 'person' as const, authorId: userId, text, requestKey }
    if (await isRepeat(tx, message)) return []
    await refuseToGoOn(tx, conversation)
    await insertMessage(tx, message)
    return waitForUs(tx, conversation, benefits?.firstInSupport ?? false)
  })
  await wakeViewers(ctx, { conversationId, told })
  return getConversation(ctx, { userId, conversationId })
}

async function refuseToGoOn(tx: TxContext, conversation: LockedConversation): Promise<void> {
  if (!mayGoOn(conversation, tx.clock.now()))
    throw new AppError('CONVERSATION_CLOSED', { days: supportLimits.reopenDays })
  if (conversation.status === 'closed') await refuseTooManyOpen(tx, conversation.userId)
  await refuseTooManyMessages(tx, conversation.userId)
}

/** Operators are told when the wait begins, and not of every line. Who writes has seen what was answered. */
async function waitForUs(tx: TxContext, conversation: LockedConversation, isMember: boolean): Promise<string[]> {
  const now = tx.clock.now()
  const waitingSince = conversation.waitingSince ?? now
  const { user } = await tx.prisma.supportConversation.update({
    where: { id: conversation.id },
    data: {
      status: 'waiting_for_us',
      waitingSince,
      lastMessageAt: now,
      unseenSince: null,
      closedAt: null,
      closedBy: null,
    },
    select: { user: { select: { username: true } } },
  })
  if (conversation.waitingSince !== null) return []
  const { id: conversationId, subject, takenById } = conversation
  return tellOperators(tx, {
    conversationId,
    subject,
    takenById,
    username: user.username,
    isMember,
    waitingSince,
  })
}
