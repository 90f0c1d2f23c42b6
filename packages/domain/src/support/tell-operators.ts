import { formatId } from '@mozhou/contracts/ids'
import { mayDo } from '@mozhou/contracts/permissions'
import { roles } from '@mozhou/contracts/roles'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'

const answering = roles.filter((role) => mayDo(role, 'support:answer'))
/** The oldest accounts; a house with more operators has somebody who hands out work. */
const mostTold = 50

interface Asked {
  conversationId: string
  subject: string
  takenById: string | null
  username: string
  isMember: boolean
  /** When the wait began that they are told of, once each. */
  waitingSince: Date
}

/** Who has the conversation is told that it waits; while nobody has it, everybody who may answer. @returns who was */
export async function tellOperators(tx: TxContext, asked: Asked): Promise<string[]> {
  const { conversationId, subject, username, isMember, waitingSince } = asked
  const told = await tx.prisma.user.findMany({
    where: { status: 'active', role: { in: answering }, ...(asked.takenById !== null && { id: asked.takenById }) },
    orderBy: { createdAt: 'asc' },
    take: mostTold,
    select: { id: true },
  })
  const params = { conversationId: formatId('conversation', conversationId), subject, username, isMember }
  for (const { id: userId } of told) {
    const key = `support_asked:${conversationId}:${waitingSince.getTime()}:${userId}`
    await notify(tx, { userId, event: { kind: 'support_asked', params }, key })
  }
  return told.map(({ id }) => id)
}
