import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'

/**
 * Forgets what the account was published with. What is out stays in the history; what was planned for it waits for its person, and is not
 * sent. @throws AppError PLATFORM_ACCOUNT_NOT_FOUND
 */
export async function disconnectAccount(
  { prisma, clock }: Pick<DomainContext, 'prisma' | 'clock'>,
  { userId, accountId }: { userId: string; accountId: string },
): Promise<void> {
  const { count } = await prisma.platformAccount.updateMany({
    where: { id: accountId, userId, state: { not: 'disconnected' } },
    data: {
      state: 'disconnected',
      disconnectedAt: clock.now(),
      credentials: null,
      credentialsKeyId: null,
      renewingUntil: null,
      nextCheckAt: null,
    },
  })
  if (count === 0) throw new AppError('PLATFORM_ACCOUNT_NOT_FOUND')
}
