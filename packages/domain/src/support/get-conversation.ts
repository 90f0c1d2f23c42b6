import { AppError } from '@mozhou/contracts/errors'
import type { ConversationDto } from '@mozhou/contracts/support/answers'
import type { DomainContext } from '../context.ts'
import { conversationSelect, toConversationDto } from './conversation-dto.ts'

/** @throws AppError CONVERSATION_NOT_FOUND, also when it is somebody else's */
export async function getConversation(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, conversationId }: { userId: string; conversationId: string },
): Promise<ConversationDto> {
  const row = await ctx.prisma.supportConversation.findFirst({
    where: { id: conversationId, userId },
    select: conversationSelect,
  })
  if (!row) throw new AppError('CONVERSATION_NOT_FOUND')
  return toConversationDto(row)
}
