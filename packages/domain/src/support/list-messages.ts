import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { SupportMessageDto } from '@mozhou/contracts/support/answers'
import type { ListMessagesInput } from '@mozhou/contracts/support/inputs'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { storedConversationSide } from '../stored-columns.ts'
import { shownName } from '../shown-name.ts'

/**
 * What was said, the last first. With `userId` as its person reads it, who is not told which operator wrote.
 * @throws AppError CONVERSATION_NOT_FOUND, also when it is not that person's
 */
export async function listMessages(
  ctx: Pick<DomainContext, 'prisma'>,
  { conversationId, cursor, limit, userId }: ListMessagesInput & { userId?: string },
): Promise<Page<SupportMessageDto>> {
  const isThere = await ctx.prisma.supportConversation.count({
    where: { id: conversationId, ...(userId !== undefined && { userId }) },
  })
  if (isThere === 0) throw new AppError('CONVERSATION_NOT_FOUND')
  const rows = await ctx.prisma.supportMessage.findMany({
    where: { conversationId, ...afterCursor(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: { id: true, side: true, text: true, createdAt: true, author: { select: { id: true, username: true } } },
  })
  return toPage(rows, limit, ({ id, side: stored, text, createdAt, author }) => {
    const side = storedConversationSide(stored)
    const isNamed = userId === undefined && side === 'operator'
    return {
      id: formatId('supportMessage', id),
      side,
      text,
      createdAt: createdAt.toISOString(),
      operator: isNamed ? shownName(author) : null,
    }
  })
}
