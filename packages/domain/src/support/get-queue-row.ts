import { AppError } from '@mozhou/contracts/errors'
import type { QueueRowDto } from '@mozhou/contracts/support/answers'
import type { DomainContext } from '../context.ts'
import { readRows } from './list-queue.ts'

/** One conversation as operators read it. @throws AppError CONVERSATION_NOT_FOUND */
export async function getQueueRow(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { conversationId, actorId }: { conversationId: string; actorId: string },
): Promise<QueueRowDto> {
  const [row] = await readRows(ctx, { ids: [conversationId], actorId })
  if (!row) throw new AppError('CONVERSATION_NOT_FOUND')
  return row
}
