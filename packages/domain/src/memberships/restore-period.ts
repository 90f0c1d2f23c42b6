import type { TxContext } from '../context.ts'
import { chainFrom } from './period-rules.ts'
import { movePeriods, readQueued, withoutGap } from './queued-periods.ts'
import type { QueuedPeriod } from './queued-periods.ts'
import { storedBenefits } from './stored-benefits.ts'
import type { TakenPeriod } from './taken-period.ts'

/**
 * Gives back what `cutPeriod` took, because the money did not go back; what had moved up moves on again. Time in which the person was
 * nobody's member meanwhile is added. Lock the person first, and call `invalidateMembership` after the commit.
 */
export async function restorePeriod(
  tx: TxContext,
  { userId, orderId, taken }: { userId: string; orderId: string; taken: TakenPeriod },
): Promise<void> {
  const later = await readQueued(tx, { userId, from: taken.from })
  const lostMs = lostSince(taken.from, later, tx.clock.now())
  const hadBegun = taken.startsAt < taken.from
  const startsAt = hadBegun ? taken.startsAt : new Date(taken.startsAt.getTime() + lostMs)
  const endsAt = new Date(taken.endsAt.getTime() + lostMs)
  const keepsDay = lostMs === 0 && taken.anchorAt !== null
  const { anchorAt, months } = keepsDay ? taken : chainFrom(endsAt)
  await movePeriods(tx, inTheWay(later, endsAt), { after: { endsAt, anchorAt, months }, direction: 'later' })
  const place = { startsAt, endsAt, anchorAt, months }
  if (hadBegun)
    await tx.prisma.membershipPeriod.updateMany({ where: { userId, source: 'order', sourceId: orderId }, data: place })
  else {
    const order = await tx.prisma.order.findUniqueOrThrow({ where: { id: orderId }, select: { planBenefits: true } })
    const benefits = storedBenefits(order.planBenefits)
    await tx.prisma.membershipPeriod.create({
      data: {
        id: tx.newId(),
        userId,
        source: 'order',
        sourceId: orderId,
        benefits,
        createdAt: tx.clock.now(),
        ...place,
      },
      select: { id: true },
    })
  }
}

function lostSince(from: Date, later: readonly QueuedPeriod[], now: Date): number {
  const coveredFrom = Math.min(later[0]?.startsAt.getTime() ?? Infinity, now.getTime())
  return Math.max(0, coveredFrom - from.getTime())
}

/** What stands where the period comes back to, and what adjoins that. */
function inTheWay(later: readonly QueuedPeriod[], endsAt: Date): QueuedPeriod[] {
  const [first] = later
  return first === undefined || first.startsAt >= endsAt ? [] : withoutGap(later, first.startsAt)
}
