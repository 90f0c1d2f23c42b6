import type { InvitationDto } from '@mozhou/contracts/referrals/answers'
import type { DomainContext } from '../context.ts'
import { ruleInForce } from '../referral-rules/rule-in-force.ts'

/** What a code is worth to who came by it: to a visitor, or to somebody who has an account and can be invited no more. */
export async function checkInvitation(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { code, userId }: { code: string; userId: string | null },
): Promise<InvitationDto> {
  const [owner, rule] = await Promise.all([
    ctx.prisma.user.findFirst({ where: { referralCode: code, status: 'active' }, select: { id: true } }),
    ruleInForce(ctx),
  ])
  if (owner === null) return { state: 'unknown', welcomeCredits: 0 }
  if (userId !== null) return { state: owner.id === userId ? 'own' : 'registered', welcomeCredits: 0 }
  return { state: 'fit', welcomeCredits: rule?.welcomeCredits ?? 0 }
}
