import type { AllowanceDto } from '@mozhou/contracts/credits/answers'
import type { DomainContext } from '../context.ts'
import { inActive } from './active-generation.ts'
import { limitsOf } from './generation-rules.ts'
import { getMembership } from '../memberships/get-membership.ts'

/** The limits that `requestGeneration` holds a person to, counted as it counts them. */
export async function getAllowance(ctx: DomainContext, input: { userId: string }): Promise<AllowanceDto> {
  const { userId } = input
  const dayAgo = new Date(ctx.clock.now().getTime() - 86_400_000)
  const [{ isMember, benefits }, counts] = await Promise.all([
    getMembership(ctx, userId),
    ctx.prisma.$queryRaw<{ underWay: number; lastDay: number }[]>`
      SELECT count(*) FILTER (WHERE ${inActive})::int AS "underWay",
        count(*) FILTER (WHERE status <> 'refused')::int AS "lastDay"
      FROM generations WHERE user_id = ${userId}::uuid AND created_at > ${dayAgo}`,
  ])
  const { concurrency, dailyLimit } = limitsOf(benefits, ctx.settings)
  return {
    isMember,
    underWay: counts[0]?.underWay ?? 0,
    concurrencyLimit: concurrency,
    lastDay: counts[0]?.lastDay ?? 0,
    dailyLimit,
  }
}
