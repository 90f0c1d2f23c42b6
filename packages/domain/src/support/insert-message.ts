import { AppError } from '@mozhou/contracts/errors'
import type { ConversationSide } from '@mozhou/contracts/support/kinds'
import type { TxContext } from '../context.ts'
import { storableText } from '../storable-text.ts'

interface NewMessage {
  conversationId: string
  side: ConversationSide
  authorId: string
  text: string
  requestKey: string
}

/** Whether this press has written its message already. @throws AppError IDEMPOTENCY_KEY_REUSED when it was another text */
export async function isRepeat(
  tx: Pick<TxContext, 'prisma'>,
  { conversationId, authorId, text, requestKey }: NewMessage,
): Promise<boolean> {
  const written = await tx.prisma.supportMessage.findUnique({
    where: { conversationId_authorId_requestKey: { conversationId, authorId, requestKey } },
    select: { text: true },
  })
  if (written === null) return false
  if (written.text !== storableText(text)) throw new AppError('IDEMPOTENCY_KEY_REUSED')
  return true
}

export async function insertMessage(tx: TxContext, message: NewMessage): Promise<void> {
  await tx.prisma.supportMessage.create({
    data: { ...message, text: storableText(message.text), id: tx.newId(), createdAt: tx.clock.now() },
    select: { id: true },
  })
}
