import { AppError } from '@mozhou/contracts/errors'
import type { ConversationLinkInput } from '@mozhou/contracts/support/inputs'
import type { TxContext } from '../context.ts'

interface StoredLink {
  linkKind: string | null
  orderId: string | null
  creationId: string | null
}

/** Columns for what a conversation is about. @throws AppError CONVERSATION_LINK_NOT_FOUND when it is not this person's */
export async function findLink(
  tx: Pick<TxContext, 'prisma'>,
  { userId, link }: { userId: string; link: ConversationLinkInput | undefined },
): Promise<StoredLink> {
  if (link === undefined) return { linkKind: null, orderId: null, creationId: null }
  const found =
    link.kind === 'order'
      ? await tx.prisma.order.findFirst({ where: { id: link.orderId, userId }, select: { id: true } })
      : await tx.prisma.creation.findFirst({
          where: { id: link.creationId, userId, purgedAt: null, status: { not: 'draft' } },
          select: { id: true },
        })
  if (!found) throw new AppError('CONVERSATION_LINK_NOT_FOUND')
  const isOrder = link.kind === 'order'
  return { linkKind: link.kind, orderId: isOrder ? found.id : null, creationId: isOrder ? null : found.id }
}
