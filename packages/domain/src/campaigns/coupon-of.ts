import type { CampaignRule } from '@mozhou/contracts/campaigns/rule'
import type { CampaignCouponDto } from '@mozhou/contracts/campaigns/answers'
import { formatId, parseId } from '@mozhou/contracts/ids'
import type { TxContext } from '../context.ts'
import { faceSelect, toFace, validityOfRow } from '../coupon-face.ts'

/** Bare, of a campaign of coupons; null for every other. */
export function couponIdOf(rule: CampaignRule): string | null {
  return rule.kind === 'coupon' ? parseId('coupon', rule.couponId) : null
}

/** What such a campaign gives, as people see it; null for every other. */
export async function couponOf(ctx: Pick<TxContext, 'prisma'>, rule: CampaignRule): Promise<CampaignCouponDto | null> {
  const id = couponIdOf(rule)
  if (id === null) return null
  const row = await ctx.prisma.coupon.findUniqueOrThrow({
    where: { id },
    select: { ...faceSelect, validFrom: true, validUntil: true, validDays: true },
  })
  return { id: formatId('coupon', id), ...toFace(row), validity: validityOfRow(row) }
}
