import type { RebateBlock } from '@mozhou/contracts/referrals/kinds'
import type { TxContext } from '../context.ts'
import { giveCoupon } from '../given-coupons/give-coupon.ts'
import { blockOf } from '../referral-rules/rebate-rules.ts'
import { storedCouponStatus } from '../stored-columns.ts'

/**
 * Gives the coupon that a rebate is paid with, counted on the coupon's row, so that its total is never passed.
 * @returns why none could be given, for finance to decide what is given instead; null when it was given
 * @throws what `isTakenAtOnce` knows, when the same person was given another at the same moment
 */
export async function payCoupon(
  tx: TxContext,
  { rebateId, couponId, userId }: { rebateId: string; couponId: string; userId: string },
): Promise<RebateBlock | null> {
  const given = await giveCoupon(tx, { couponId, userId, rebateId, source: 'rebate' })
  if (given !== null) return null
  const coupon = await tx.prisma.coupon.findUniqueOrThrow({ where: { id: couponId } })
  const owned = await tx.prisma.userCoupon.count({ where: { couponId, userId } })
  // What refused it may be gone a moment later, as when a limit was raised.
  return blockOf({ ...coupon, status: storedCouponStatus(coupon.status) }, owned, tx.clock.now()) ?? 'sold_out'
}
