import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { readOrdinaryRule } from '../referral-rules/ordinary-shares.ts'
import { couponIdOf } from './coupon-of.ts'

/**
 * A campaign that people see promises nothing that it could not give: its coupon is being given, its better rate is one of the rebates that
 * there are. @throws AppError COUPON_NOT_ACTIVE, CAMPAIGN_FORM_UNFIT, CAMPAIGN_RATE_NOT_BETTER
 */
export async function refuseIdleRule(
  tx: Pick<TxContext, 'prisma' | 'clock' | 'settings'>,
  rule: CampaignRule,
): Promise<void> {
  const couponId = couponIdOf(rule)
  if (couponId !== null) {
    const { status } = await tx.prisma.coupon.findUniqueOrThrow({ where: { id: couponId }, select: { status: true } })
    if (status !== 'active') throw new AppError('COUPON_NOT_ACTIVE')
  }
  if (rule.kind !== 'referral' || rule.rateBp === null) return
  const now = tx.clock.now()
  const ordinary = (await readOrdinaryRule(tx))?.({ baseFen: 1, earlierOrders: 0, boundAt: now, now })
  if (!ordinary) return
  if (ordinary.form !== rule.form || ordinary.rate1Bp === null) throw new AppError('CAMPAIGN_FORM_UNFIT')
  if (rule.rateBp <= ordinary.rate1Bp)
    throw new AppError('CAMPAIGN_RATE_NOT_BETTER', { field: 'rule.rateBp', ordinary: ordinary.rate1Bp / 100 })
}
