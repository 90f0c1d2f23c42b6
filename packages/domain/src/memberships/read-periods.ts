import type { TxContext } from '../context.ts'
import type { Period } from './membership-rules.ts'
import { storedBenefits } from './stored-benefits.ts'

/** Periods that are under way or still to come, straight from the database: what a price decision must rest on. */
export async function readPeriods(ctx: Pick<TxContext, 'prisma' | 'clock'>, userId: string): Promise<Period[]> {
  const rows = await ctx.prisma.$queryRaw<{ startsAt: Date; endsAt: Date; benefits: unknown }[]>`
    SELECT starts_at AS "startsAt", ends_at AS "endsAt", benefits FROM membership_periods WHERE user_id = ${userId}::uuid AND ends_at > ${ctx.clock.now()}
    ORDER BY starts_at`
  return rows.map((row) => ({ ...row, benefits: storedBenefits(row.benefits) }))
}
