import type { UserCouponStatus } from '@mozhou/contracts/coupons/kinds'
import type { TxContext } from '../context.ts'
import { storedUserCouponStatus } from '../stored-columns.ts'

interface TakenBack {
  status: UserCouponStatus
  /** What it took off the order that has used it. */
  discountFen: number
}

/**
 * The rebate that a coupon was given for is taken back: unused it is void, held by an order it is void once it is released, and a used one
 * is never given back for another order. What ran out or was voided before stays as it is. Coupons' rows are the last that are touched.
 * @returns how it stands then; null where the rebate has none
 */
export async function takeBackCoupon(tx: TxContext, { rebateId }: { rebateId: string }): Promise<TakenBack | null> {
  const now = tx.clock.now()
  await tx.prisma.$executeRaw`
    UPDATE user_coupons SET voided_at = ${now}, clawed_back_at = ${now},
      status = CASE status WHEN 'unused' THEN 'voided' ELSE status END,
      ended_at = CASE status WHEN 'unused' THEN ${now}::timestamptz ELSE ended_at END
    WHERE rebate_id = ${rebateId}::uuid AND status IN ('unused', 'held', 'used') AND voided_at IS NULL`
  const row = await tx.prisma.userCoupon.findUnique({
    where: { rebateId },
    select: { status: true, order: { select: { couponDiscountFen: true } } },
  })
  return row && { status: storedUserCouponStatus(row.status), discountFen: row.order?.couponDiscountFen ?? 0 }
}

/** The refund came to nothing: what was taken back for it is its person's again, as far as it is still valid. */
export async function returnTakenCoupon(tx: TxContext, { rebateId }: { rebateId: string }): Promise<void> {
  const now = tx.clock.now()
  await tx.prisma.$executeRaw`
    UPDATE user_coupons SET voided_at = NULL, clawed_back_at = NULL,
      status = CASE WHEN status <> 'voided' THEN status WHEN valid_until <= ${now} THEN 'expired' ELSE 'unused' END,
      ended_at = CASE WHEN status = 'voided' AND valid_until <= ${now} THEN ended_at END
    WHERE rebate_id = ${rebateId}::uuid AND clawed_back_at IS NOT NULL`
}
