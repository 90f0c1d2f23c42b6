import { AppError } from '@mozhou/contracts/errors'
import type { TakeConversationInput } from '@mozhou/contracts/support/inputs'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { auditConversation } from './audit-conversation.ts'
import { wakeViewers } from './conversation-topic.ts'
import { lockConversation } from './lock-conversation.ts'
import type { LockedConversation } from './lock-conversation.ts'

/**
 * An operator makes a conversation theirs: of two at once the second is told who has it.
 * @throws AppError CONVERSATION_NOT_FOUND, CONVERSATION_TAKEN unless it is taken over knowingly
 */
export async function takeConversation(
  ctx: DomainContext,
  { conversationId, isTakeover, actor }: TakeConversationInput & { actor: Actor },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const conversation = await lockConversation(tx, { conversationId })
    if (conversation.takenById === actor.userId) return
    if (!isTakeover) refuseIfTaken(conversation, actor)
    await tx.prisma.supportConversation.update({
      where: { id: conversationId },
      data: { takenById: actor.userId, takenAt: tx.clock.now() },
      select: { id: true },
    })
    const [before, after] = [{ operator: conversation.takenBy }, { isTakeover: conversation.takenBy !== null }]
    await auditConversation(tx, { action: 'support.take', conversationId, actor, before, after })
  })
  await wakeViewers(ctx, { conversationId })
}

/** Gives it back to all; what nobody has, or somebody else, stays as it is. @throws AppError CONVERSATION_NOT_FOUND */
export async function releaseConversation(
  ctx: DomainContext,
  { conversationId, actor }: { conversationId: string; actor: Actor },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { takenById, takenBy } = await lockConversation(tx, { conversationId })
    if (takenById !== actor.userId) return
    await tx.prisma.supportConversation.update({
      where: { id: conversationId },
      data: { takenById: null, takenAt: null },
      select: { id: true },
    })
    const [before, after] = [{ operator: takenBy }, { operator: null }]
    await auditConversation(tx, { action: 'support.release', conversationId, actor, before, after })
  })
  await wakeViewers(ctx, { conversationId })
}

/** @throws AppError CONVERSATION_TAKEN with who has it */
export function refuseIfTaken({ takenById, takenBy }: LockedConversation, actor: Actor): void {
  if (takenById !== null && takenById !== actor.userId)
    throw new AppError('CONVERSATION_TAKEN', { operator: takenBy ?? '' })
}
