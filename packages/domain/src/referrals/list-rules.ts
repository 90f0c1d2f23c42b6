import type { ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import type { DomainContext } from '../context.ts'
import { ruleInclude, toRuleDto } from './rule-dto.ts'
import { ruleInForce } from '../referral-rules/rule-in-force.ts'

/** Every version is kept; nobody looks further back than this. */
const mostVersions = 200

/** The newest first. */
export async function listRules(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { actorId }: { actorId: string },
): Promise<ReferralRuleDto[]> {
  const [rows, inForce] = await Promise.all([
    ctx.prisma.referralRule.findMany({ orderBy: { version: 'desc' }, take: mostVersions, include: ruleInclude }),
    ruleInForce(ctx),
  ])
  return rows.map((row) => toRuleDto(row, { inForceId: inForce?.id ?? null, actorId }))
}
