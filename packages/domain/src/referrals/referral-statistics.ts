import { formatId } from '@mozhou/contracts/ids'
import type { ReferralStatisticsDto } from '@mozhou/contracts/referrals/answers'
import type { ReferralStatisticsInput } from '@mozhou/contracts/referrals/inputs'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { withinDays } from '../shanghai-range.ts'
import { hasPaid } from './has-paid.ts'
import { conversionBp, sumsByState } from './rebate-sums.ts'
import type { GroupedRebates } from './rebate-sums.ts'

const rankingLength = 20

interface Ranked {
  id: string
  username: string
  invited: number
  paying: number
  credits: bigint | number
  cashFen: bigint | number
  coupons: bigint | number
}

interface Counts {
  invited: number
  paying: number
  registered: number
  baseFen: bigint | number
}

/** Of the people and the rebates of some days in Shanghai, from the rows themselves. */
export async function referralStatistics(
  ctx: Pick<DomainContext, 'prisma'>,
  days: ReferralStatisticsInput,
): Promise<ReferralStatisticsDto> {
  const [[counts], groups, ranking] = await Promise.all([
    ctx.prisma.$queryRaw<Counts[]>(countStatement(days)),
    ctx.prisma.$queryRaw<GroupedRebates[]>`
      SELECT status, form, count(*)::int AS count, sum(CASE WHEN status IN ('cancelled', 'expired') THEN born_amount ELSE amount END) AS amount
      FROM rebates WHERE level > 0 ${withinDays(Prisma.sql`created_at`, days)} GROUP BY status, form`,
    ctx.prisma.$queryRaw<Ranked[]>(rankingStatement(days)),
  ])
  const { invited, paying, registered, baseFen } = counts ?? { invited: 0, paying: 0, registered: 0, baseFen: 0 }
  return {
    invited,
    paying,
    conversionBp: conversionBp(invited, paying),
    registered,
    baseFen: Number(baseFen),
    rebates: sumsByState(groups),
    ranking: ranking.map(({ id, username, credits, cashFen, coupons, ...people }) => ({
      person: { id: formatId('user', id), username },
      invited: people.invited,
      paying: people.paying,
      earned: { credits: Number(credits), cashFen: Number(cashFen), coupons: Number(coupons) },
    })),
  }
}

function countStatement(days: ReferralStatisticsInput): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS invited, count(*) FILTER (WHERE ${hasPaid})::int AS paying,
      (SELECT count(*)::int FROM users WHERE role = 'creator' ${withinDays(Prisma.sql`created_at`, days)}) AS registered,
      (SELECT coalesce(sum(base_fen), 0) FROM (
        SELECT DISTINCT order_id, base_fen FROM rebates WHERE true ${withinDays(Prisma.sql`created_at`, days)}) bases) AS "baseFen"
    FROM referral_relations rel WHERE true ${withinDays(Prisma.sql`rel.created_at`, days)}`
}

/** By those who have paid, then by those who came: money counts before names. */
function rankingStatement(days: ReferralStatisticsInput): Prisma.Sql {
  return Prisma.sql`
    SELECT top.id, u.username, top.invited, top.paying, coalesce(sum(r.amount) FILTER (WHERE r.form = 'credits'), 0) AS credits,
      coalesce(sum(r.amount) FILTER (WHERE r.form = 'cash'), 0) AS "cashFen", coalesce(sum(r.amount) FILTER (WHERE r.form = 'coupon'), 0) AS coupons
    FROM (SELECT rel.referrer_id AS id, count(*)::int AS invited, count(*) FILTER (WHERE ${hasPaid})::int AS paying
      FROM referral_relations rel WHERE true ${withinDays(Prisma.sql`rel.created_at`, days)}
      GROUP BY rel.referrer_id ORDER BY paying DESC, invited DESC, rel.referrer_id LIMIT ${rankingLength}) top
    JOIN users u ON u.id = top.id
    LEFT JOIN rebates r ON r.beneficiary_id = top.id AND r.level > 0 AND r.status NOT IN ('cancelled', 'expired')
      ${withinDays(Prisma.sql`r.created_at`, days)}
    GROUP BY top.id, u.username, top.invited, top.paying ORDER BY top.paying DESC, top.invited DESC, top.id`
}
