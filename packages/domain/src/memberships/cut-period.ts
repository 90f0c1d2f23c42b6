import type { TxContext } from '../context.ts'
import { chainFrom } from './period-rules.ts'
import type { ChainEnd } from './period-rules.ts'
import { movePeriods, readQueued, withoutGap } from './queued-periods.ts'
import type { TakenPeriod } from './taken-period.ts'

/**
 * Ends the period that an order opened, and lets later ones move up so that no gap opens; one that has not begun goes away whole. Lock the
 * person first, and call `invalidateMembership` after the commit.
 * @returns what was taken, for `restorePeriod`; null when nothing of it was left.
 */
export async function cutPeriod(
  tx: TxContext,
  { userId, orderId }: { userId: string; orderId: string },
): Promise<TakenPeriod | null> {
  const now = tx.clock.now()
  const period = await tx.prisma.membershipPeriod.findFirst({
    where: { userId, source: 'order', sourceId: orderId },
    select: { id: true, startsAt: true, endsAt: true, anchorAt: true, months: true },
  })
  if (period === null || period.endsAt <= now) return null
  const { id, ...was } = period
  const hasBegun = was.startsAt < now
  const from = was.startsAt > now ? was.startsAt : now
  const later = withoutGap(await readQueued(tx, { userId, from: was.endsAt }), was.endsAt)
  if (hasBegun)
    await tx.prisma.membershipPeriod.update({
      where: { id },
      data: { endsAt: now, anchorAt: null, months: null },
      select: { id: true },
    })
  else await tx.prisma.membershipPeriod.delete({ where: { id }, select: { id: true } })
  const after = was.startsAt > now ? await chainUpTo(tx, userId, was.startsAt) : chainFrom(from)
  await movePeriods(tx, later, { after, direction: 'earlier' })
  return { ...was, from }
}

/** The chain that ends at an instant, whose day what follows keeps. */
async function chainUpTo(tx: TxContext, userId: string, endsAt: Date): Promise<ChainEnd> {
  const before = await tx.prisma.membershipPeriod.findFirst({
    where: { userId, endsAt },
    select: { endsAt: true, anchorAt: true, months: true },
  })
  return before ?? chainFrom(endsAt)
}
