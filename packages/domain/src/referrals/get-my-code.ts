import { AppError } from '@mozhou/contracts/errors'
import type { MyCodeDto } from '@mozhou/contracts/referrals/answers'
import type { DomainContext } from '../context.ts'
import { bestCampaignFor } from './best-campaign-for.ts'
import { couponOf, ruleInForce } from '../referral-rules/rule-in-force.ts'
import { storedRuleForm, storedWindow } from '../referral-rules/stored-referrals.ts'

/** Everybody has a code from their registration on; with what an invitation is worth now. @throws AppError USER_NOT_FOUND */
export async function getMyCode(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'settings'>,
  { userId, webOrigin }: { userId: string; webOrigin: string },
): Promise<MyCodeDto> {
  const [user, rule] = await Promise.all([
    ctx.prisma.user.findUnique({ where: { id: userId }, select: { referralCode: true } }),
    ruleInForce(ctx),
  ])
  if (!user) throw new AppError('USER_NOT_FOUND')
  return {
    code: user.referralCode,
    link: `${webOrigin}/register?ref=${user.referralCode}`,
    offer: rule && {
      ratesBp: rule.ratesBp,
      welcomeCredits: rule.welcomeCredits,
      form: storedRuleForm(rule.form),
      coupon: couponOf(rule),
      window: storedWindow(rule.window),
      windowCount: rule.windowCount,
      holdDays: rule.holdDays,
    },
    campaign: await bestCampaignFor(ctx, userId),
  }
}
