import type { TxContext } from '../context.ts'
import type { Period } from './membership-rules.ts'

/** Periods that are under way or still to come, straight from the database: what a price decision must rest on. */
export function readPeriods(ctx: Pick<TxContext, 'prisma' | 'clock'>, userId: string): Promise<Period[]> {
  return ctx.prisma.$queryRaw<Period[]>`
    SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM membership_periods WHERE user_id = ${userId}::uuid AND ends_at > ${ctx.clock.now()}
    ORDER BY starts_at`
}
