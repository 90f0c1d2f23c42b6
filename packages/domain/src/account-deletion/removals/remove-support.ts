import { formatId } from '@mozhou/contracts/ids'
import type { Removal } from '../removal.ts'
import { upToBatch } from '../removal.ts'

/** Conversations of one statement: each may be long. */
const most = 100

/**
 * Conversations go with everything that was said in them, by both sides; the rows stay for the times of answers. One about an order is evidence
 * of a sale, kept for three years at least (E-Commerce Law, article 31): it stays as it was written, without the name of who wrote. What
 * operators were told of any of them names the person, and goes.
 */
export const removeSupport: Removal = {
  label: '删除客服对话',
  async take(tx, { userId }) {
    const now = tx.clock.now()
    const told = await tx.prisma.supportConversation.findMany({ where: { userId }, select: { id: true } })
    const ids = told.map(({ id }) => formatId('conversation', id))
    const alarms = await tx.prisma.$executeRaw`
      DELETE FROM notifications WHERE kind = 'support_asked' AND params->>'conversationId' = ANY (${ids})`
    await tx.prisma.$executeRaw`
      UPDATE support_conversations SET status = 'closed', closed_at = ${now}, closed_by = 'person', waiting_since = NULL, unseen_since = NULL
      WHERE user_id = ${userId}::uuid AND status <> 'closed'`
    const due = await tx.prisma.supportConversation.findMany({
      where: { userId, orderId: null, OR: [{ subject: { not: '' } }, { messages: { some: {} } }] },
      take: most,
      select: { id: true },
    })
    const conversationId = { in: due.map(({ id }) => id) }
    const messages = await tx.prisma.supportMessage.deleteMany({ where: { conversationId } })
    await tx.prisma.supportConversation.updateMany({ where: { id: conversationId }, data: { subject: '' } })
    const counts = { conversations: due.length, messages: messages.count, notifications: alarms }
    return upToBatch(counts, due.length, most)
  },
}
