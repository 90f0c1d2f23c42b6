import type { MyStatsDto } from '@mozhou/contracts/referrals/answers'
import type { DomainContext } from '../context.ts'
import { hasPaid } from './has-paid.ts'
import { conversionBp, earningsOf, sumsByState } from './rebate-sums.ts'
import type { GroupedRebates } from './rebate-sums.ts'

/** Counted from the rows as they are now; of what was cancelled, what it was born with. */
export async function getMyStats(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId }: { userId: string },
): Promise<MyStatsDto> {
  const [[people], groups] = await Promise.all([
    ctx.prisma.$queryRaw<{ level1: number; level2: number; paying: number }[]>`
      SELECT count(*)::int AS level1,
        coalesce(sum((SELECT count(*) FROM referral_relations below WHERE below.referrer_id = rel.referee_id)), 0)::int AS level2,
        count(*) FILTER (WHERE ${hasPaid})::int AS paying
      FROM referral_relations rel WHERE rel.referrer_id = ${userId}::uuid`,
    ctx.prisma.$queryRaw<GroupedRebates[]>`
      SELECT status, form, count(*)::int AS count, sum(CASE WHEN status IN ('cancelled', 'expired') THEN born_amount ELSE amount END) AS amount
      FROM rebates WHERE beneficiary_id = ${userId}::uuid GROUP BY status, form`,
  ])
  const { level1, level2, paying } = people ?? { level1: 0, level2: 0, paying: 0 }
  const earnings = earningsOf(sumsByState(groups))
  return { invited: { level1, level2 }, paying, conversionBp: conversionBp(level1, paying), earnings }
}
