import type { TxContext } from '../context.ts'
import type { Period } from './membership-rules.ts'

/** Periods that are under way or still to come, straight from the database: what a price decision must rest on. */
export function readPeriods(ctx: Pick<TxContext, 'prisma' | 'clock'>, userId: string): Promise<Period[]> {
  return ctx.prisma.membershipPeriod.findMany({
    where: { userId, endsAt: { gt: ctx.clock.now() } },
    orderBy: { startsAt: 'asc' },
    select: { startsAt: true, endsAt: true },
  })
}
