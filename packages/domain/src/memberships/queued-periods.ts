import type { TxContext } from '../context.ts'
import { lengthOf, placeAfter } from './period-rules.ts'
import type { ChainEnd, PlacedPeriod } from './period-rules.ts'

export interface QueuedPeriod extends PlacedPeriod {
  id: string
  /** Months that its order bought; null for one that was given. */
  boughtMonths: number | null
}

/** A person's periods that begin at an instant or later, in their order. Lock the person first. */
export function readQueued(
  tx: Pick<TxContext, 'prisma'>,
  { userId, from }: { userId: string; from: Date },
): Promise<QueuedPeriod[]> {
  return tx.prisma.$queryRaw<QueuedPeriod[]>`
    SELECT p.id, p.starts_at AS "startsAt", p.ends_at AS "endsAt", p.anchor_at AS "anchorAt", p.months, o.plan_months AS "boughtMonths"
    FROM membership_periods p LEFT JOIN orders o ON p.source = 'order' AND o.id::text = p.source_id
    WHERE p.user_id = ${userId}::uuid AND p.starts_at >= ${from} ORDER BY p.starts_at`
}

/** Of periods in their order, those that follow one another without a gap from an instant on. */
export function withoutGap(periods: readonly QueuedPeriod[], from: Date): QueuedPeriod[] {
  let end = from.getTime()
  const gap = periods.findIndex(({ startsAt, endsAt }) => {
    const isNext = startsAt.getTime() === end
    end = endsAt.getTime()
    return !isNext
  })
  return periods.slice(0, gap === -1 ? periods.length : gap)
}

/** Moves periods to where a chain ends; `direction` says which way, so that no two overlap on the way. */
export async function movePeriods(
  tx: Pick<TxContext, 'prisma'>,
  periods: readonly QueuedPeriod[],
  { after, direction }: { after: ChainEnd; direction: 'earlier' | 'later' },
): Promise<void> {
  const placed = placeAfter(
    after,
    periods.map((period) => lengthOf(period, period.boughtMonths)),
  )
  const moves = periods.flatMap(({ id }, index) => {
    const place = placed[index]
    return place === undefined ? [] : [{ id, place }]
  })
  for (const { id, place } of direction === 'earlier' ? moves : moves.toReversed())
    await tx.prisma.membershipPeriod.update({ where: { id }, data: place, select: { id: true } })
}
