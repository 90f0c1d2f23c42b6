import type { DomainContext } from '../context.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'

/** Pages that show one conversation are woken over the hub that wakes those of a person. */
export const conversationTopic = (conversationId: string) => `support:${conversationId}`

/** Call after the commit: who looks at the conversation, and who was told of it, look again. */
export async function wakeViewers(
  ctx: Pick<DomainContext, 'redis' | 'log'>,
  { conversationId, told = [] }: { conversationId: string; told?: readonly string[] },
): Promise<void> {
  await Promise.all([conversationTopic(conversationId), ...told].map((topic) => wakeReaders(ctx, topic)))
}
