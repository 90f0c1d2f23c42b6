import type { MyRenewalsDto } from '@mozhou/contracts/renewals/answers'
import { lockUser } from '../../accounts/lock-user.ts'
import { wakeReaders } from '../../notifications/wake-readers.ts'
import type { OrdersContext } from '../orders-context.ts'
import { inTransaction } from '../../transaction.ts'
import { endAtChannel, endRenewal } from './end-renewal.ts'
import { myRenewals } from './my-renewals.ts'

/**
 * The person wants no more of it: one press, whatever the channel says. A charge that is at the channel at this moment may still be made; none
 * follows. What is off already stays off, so that a second press is no mistake.
 */
export async function cancelRenewal(ctx: OrdersContext, { userId }: { userId: string }): Promise<MyRenewalsDto> {
  const ended = await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(userId))
    return endRenewal(tx, { userId, reason: 'by_person' })
  })
  if (ended === null) return myRenewals(ctx, { userId })
  await wakeReaders(ctx, userId)
  await endAtChannel(ctx, ended).catch((cause: unknown) => {
    ctx.log.warn({ err: cause, ...ended }, 'the sweep will end an agreement at its channel')
  })
  return myRenewals(ctx, { userId })
}
