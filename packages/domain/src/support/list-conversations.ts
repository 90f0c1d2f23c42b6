import type { Page, PageInput } from '@mozhou/contracts/page'
import type { ConversationDto } from '@mozhou/contracts/support/answers'
import type { DomainContext } from '../context.ts'
import { decodeCursor, toPage } from '../paging.ts'
import { conversationSelect, toConversationDto } from './conversation-dto.ts'

/** A person's own, those first in which something was said last. */
export async function listConversations(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, cursor, limit }: PageInput & { userId: string },
): Promise<Page<ConversationDto>> {
  const rows = await ctx.prisma.supportConversation.findMany({
    where: { userId, ...afterLast(cursor) },
    orderBy: lastFirst,
    take: limit + 1,
    select: conversationSelect,
  })
  return toPage(
    rows.map((row) => ({ id: row.id, createdAt: row.lastMessageAt, row })),
    limit,
    ({ row }) => toConversationDto(row),
  )
}

const lastFirst = [{ lastMessageAt: 'desc' as const }, { id: 'desc' as const }]

/** As `afterCursor`, for lists ordered by the last message. */
function afterLast(cursor: string | null | undefined) {
  if (cursor === null || cursor === undefined) return {}
  const { createdAt, id } = decodeCursor(cursor)
  return { lastMessageAt: { lte: createdAt }, OR: [{ lastMessageAt: { lt: createdAt } }, { id: { lt: id } }] }
}
