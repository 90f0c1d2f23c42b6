import { AppError } from '@mozhou/contracts/errors'
import type { ConversationDto } from '@mozhou/contracts/support/answers'
import type { OpenConversationInput } from '@mozhou/contracts/support/inputs'
import { lockUser } from '../accounts/lock-user.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { fingerprintOf } from '../requests/request-key.ts'
import { storableText } from '../storable-text.ts'
import { inTransaction } from '../transaction.ts'
import { wakeViewers } from './conversation-topic.ts'
import { findLink } from './find-link.ts'
import { getConversation } from './get-conversation.ts'
import { insertMessage } from './insert-message.ts'
import { refuseTooManyMessages, refuseTooManyOpen } from './refuse-too-many.ts'
import { tellOperators } from './tell-operators.ts'

type Opening = OpenConversationInput & { userId: string }

/**
 * A person asks us something. The same request key gives the conversation that is there.
 * @throws AppError OPEN_CONVERSATIONS_LIMIT, SUPPORT_MESSAGES_LIMIT, CONVERSATION_LINK_NOT_FOUND, IDEMPOTENCY_KEY_REUSED
 */
export async function openConversation(ctx: DomainContext, input: Opening): Promise<ConversationDto> {
  const { userId, requestKey, ...asked } = input
  const requestFingerprint = fingerprintOf('support', asked)
  const isMember = (await getMembership(ctx, userId)).benefits?.firstInSupport ?? false
  const opened = await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    const repeated = await tx.prisma.supportConversation.findUnique({
      where: { userId_requestKey: { userId, requestKey } },
      select: { id: true, requestFingerprint: true },
    })
    if (!repeated) return insertConversation(tx, { ...input, requestFingerprint, isMember })
    if (!Buffer.from(repeated.requestFingerprint).equals(requestFingerprint))
      throw new AppError('IDEMPOTENCY_KEY_REUSED')
    return { conversationId: repeated.id, told: [] }
  })
  await wakeViewers(ctx, opened)
  return getConversation(ctx, { userId, conversationId: opened.conversationId })
}

async function insertConversation(
  tx: TxContext,
  input: Opening & { requestFingerprint: Uint8Array<ArrayBuffer>; isMember: boolean },
): Promise<{ conversationId: string; told: string[] }> {
  const { userId, text, requestKey, requestFingerprint, isMember } = input
  await refuseTooManyOpen(tx, userId)
  await refuseTooManyMessages(tx, userId)
  const link = await findLink(tx, { userId, link: input.link })
  const [conversationId, now, subject] = [tx.newId(), tx.clock.now(), storableText(input.subject)]
  const { user } = await tx.prisma.supportConversation.create({
    data: {
      id: conversationId,
      userId,
      subject,
      status: 'waiting_for_us',
      askedAsMember: isMember,
      ...link,
      waitingSince: now,
      lastMessageAt: now,
      requestKey,
      requestFingerprint,
      createdAt: now,
    },
    select: { user: { select: { username: true } } },
  })
  await insertMessage(tx, { conversationId, side: 'person', authorId: userId, text, requestKey })
  const asked = { conversationId, subject, takenById: null, username: user.username, isMember, waitingSince: now }
  return { conversationId, told: await tellOperators(tx, asked) }
}
