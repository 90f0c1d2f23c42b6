import { AppError } from '@mozhou/contracts/errors'
import type { ConversationStatus } from '@mozhou/contracts/support/kinds'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { storedConversationStatus } from '../stored-columns.ts'

export interface LockedConversation {
  id: string
  userId: string
  subject: string
  status: ConversationStatus
  takenById: string | null
  /** Username of who has it. */
  takenBy: string | null
  waitingSince: Date | null
  firstAnswerAt: Date | null
  unseenSince: Date | null
  closedAt: Date | null
}

/**
 * Whoever writes to a conversation waits here for whoever else does, so that states follow each other.
 * @throws AppError CONVERSATION_NOT_FOUND, also when it is not this person's
 */
export async function lockConversation(
  tx: TxContext,
  { conversationId, userId }: { conversationId: string; userId?: string },
): Promise<LockedConversation> {
  const owned = userId === undefined ? Prisma.empty : Prisma.sql`AND c.user_id = ${userId}::uuid`
  const [row] = await tx.prisma.$queryRaw<(Omit<LockedConversation, 'status'> & { status: string })[]>`
    SELECT c.id, c.user_id AS "userId", c.subject, c.status, c.taken_by_id AS "takenById", u.username AS "takenBy",
      c.waiting_since AS "waitingSince", c.first_answer_at AS "firstAnswerAt", c.unseen_since AS "unseenSince", c.closed_at AS "closedAt"
    FROM support_conversations c LEFT JOIN users u ON u.id = c.taken_by_id
    WHERE c.id = ${conversationId}::uuid ${owned} FOR UPDATE OF c`
  if (!row) throw new AppError('CONVERSATION_NOT_FOUND')
  return { ...row, status: storedConversationStatus(row.status) }
}
