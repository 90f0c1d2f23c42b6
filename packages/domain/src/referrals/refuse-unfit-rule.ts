import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { storedCouponStatus } from '../stored-columns.ts'
import { whyRuleRefused } from '../referral-rules/rebate-rules.ts'
import type { ProposedRule } from '../referral-rules/rebate-rules.ts'

/** What holds when a rule is proposed and again when it is approved. @throws AppError what `whyRuleRefused` says */
export async function refuseUnfitRule(
  tx: TxContext,
  { couponId, ...rule }: Omit<ProposedRule, 'coupon'> & { couponId: string | null },
): Promise<void> {
  const coupon = couponId === null ? null : await tx.prisma.coupon.findUnique({ where: { id: couponId } })
  const onOffer = coupon && { ...coupon, status: storedCouponStatus(coupon.status) }
  const refusal = whyRuleRefused({ ...rule, coupon: onOffer }, tx.settings.referral, tx.clock.now())
  if (refusal !== null) throw new AppError(refusal)
}
