import { formatId } from '@mozhou/contracts/ids'
import type { ReferralRuleDto } from '@mozhou/contracts/referrals/answers'
import type { TxContext } from '../context.ts'

/** The newest approved version whose day has come; null only where a deployment has taken them all away. */
export function ruleInForce(ctx: Pick<TxContext, 'prisma' | 'clock'>) {
  return ctx.prisma.referralRule.findFirst({
    where: { status: 'approved', inForceFrom: { lte: ctx.clock.now() } },
    include: { coupon: { select: { name: true } } },
    orderBy: [{ inForceFrom: 'desc' }, { version: 'desc' }],
  })
}

export type RuleInForce = NonNullable<Awaited<ReturnType<typeof ruleInForce>>>

/** Of a rule of coupons: which, and from how many credits of the share on one is given. */
export function couponOf({
  couponId,
  couponCredits,
  coupon,
}: Pick<RuleInForce, 'couponId' | 'couponCredits' | 'coupon'>): ReferralRuleDto['coupon'] {
  if (couponId === null || couponCredits === null || coupon === null) return null
  return { id: formatId('coupon', couponId), name: coupon.name, credits: couponCredits }
}
