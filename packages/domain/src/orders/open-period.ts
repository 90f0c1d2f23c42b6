import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'
import type { TxContext } from '../context.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { nextPeriod } from '../memberships/period-rules.ts'
import type { ChainEnd, NextPeriod } from '../memberships/period-rules.ts'
import { notify } from '../notifications/notify.ts'

/**
 * The months that an order has paid for, with the benefits that it froze, after what the person has already; once for each order. Call `invalidateMembership` after the commit.
 */
export async function openPeriod(
  tx: TxContext,
  { userId, orderId, months, benefits }: { userId: string; orderId: string; months: number; benefits: PlanBenefits },
): Promise<NextPeriod> {
  await tx.prisma.$executeRaw(lockUser(userId))
  const now = tx.clock.now()
  const latest: ChainEnd | null = await tx.prisma.membershipPeriod.findFirst({
    where: { userId },
    orderBy: { endsAt: 'desc' },
    select: { endsAt: true, anchorAt: true, months: true },
  })
  const period = nextPeriod(latest, months, now)
  await tx.prisma.membershipPeriod.create({
    data: { id: tx.newId(), userId, source: 'order', sourceId: orderId, benefits, createdAt: now, ...period },
    select: { id: true },
  })
  await notify(tx, {
    userId,
    event: {
      kind: latest !== null && latest.endsAt > now ? 'membership_renewed' : 'membership_opened',
      params: { endsAt: period.endsAt.toISOString() },
    },
    key: `membership_period:${orderId}`,
  })
  return period
}
