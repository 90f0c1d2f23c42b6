import { AppError } from '@mozhou/contracts/errors'
import { supportLimits } from '@mozhou/contracts/support/kinds'
import type { TxContext } from '../context.ts'

const hourMs = 3_600_000

/** Call under the person's lock. @throws AppError SUPPORT_MESSAGES_LIMIT with when the oldest of the hour no longer counts */
export async function refuseTooManyMessages(tx: TxContext, userId: string): Promise<void> {
  const now = tx.clock.now()
  const limit = supportLimits.messagesPerHour
  const [oldest] = await tx.prisma.supportMessage.findMany({
    where: { authorId: userId, side: 'person', createdAt: { gt: new Date(now.getTime() - hourMs) } },
    orderBy: { createdAt: 'desc' },
    skip: limit - 1,
    take: 1,
    select: { createdAt: true },
  })
  if (!oldest) return
  const waitMs = oldest.createdAt.getTime() + hourMs - now.getTime()
  throw new AppError('SUPPORT_MESSAGES_LIMIT', { limit, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) })
}

/** Call under the person's lock. @throws AppError OPEN_CONVERSATIONS_LIMIT */
export async function refuseTooManyOpen(tx: TxContext, userId: string): Promise<void> {
  const limit = supportLimits.open
  const open = await tx.prisma.supportConversation.count({ where: { userId, status: { not: 'closed' } } })
  if (open >= limit) throw new AppError('OPEN_CONVERSATIONS_LIMIT', { limit })
}
