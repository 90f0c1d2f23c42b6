import type { UserCouponStatus } from '@mozhou/contracts/coupons/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { ErrorCode } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import type { CouponEffects, DiscountedCart } from '../orders/order-effects.ts'
import { flagUsedCoupon } from '../given-coupons/flag-used-coupon.ts'
import { storedCouponKind, storedUserCouponStatus } from '../stored-columns.ts'
import { discountOfRow } from '../coupon-face.ts'
import { discountOf, whyNotUsable } from './coupon-rules.ts'

/**
 * What coupons do in the transactions of orders. What a coupon is worth never changes once it was active, so that a quote holds until its
 * hold; whether it is still there, the hold decides.
 */
export const couponEffects: CouponEffects = { quote, hold, use, release, giveBack }

async function quote(
  tx: TxContext,
  { userId, userCouponId, ...cart }: DiscountedCart & { userId: string; userCouponId: string },
): Promise<number> {
  const row = await tx.prisma.userCoupon.findFirst({
    where: { id: userCouponId, userId },
    select: {
      status: true,
      validFrom: true,
      validUntil: true,
      coupon: { select: { kind: true, thresholdFen: true, amountFen: true, rateBp: true, capFen: true } },
    },
  })
  if (!row) throw new AppError('COUPON_NOT_FOUND')
  const { coupon, status, validFrom, validUntil } = row
  const { thresholdFen } = coupon
  const kind = storedCouponKind(coupon.kind)
  const inHand = { kind, status: storedUserCouponStatus(status), thresholdFen, validFrom, validUntil }
  const refusal = whyNotUsable(inHand, cart, tx.clock.now())
  if (refusal !== null) throw new AppError(refusal.code, refusal.params)
  return discountOf(discountOfRow(coupon), cart.restFen)
}

async function hold(
  tx: TxContext,
  { orderId, userId, userCouponId }: { orderId: string; userId: string; userCouponId: string },
): Promise<void> {
  const now = tx.clock.now()
  const { count } = await tx.prisma.userCoupon.updateMany({
    where: { id: userCouponId, userId, status: 'unused', validFrom: { lte: now }, validUntil: { gt: now } },
    data: { status: 'held', orderId },
  })
  if (count > 0) return
  // Somebody was quicker since the quote: it is looked at once more for the words.
  const { status } = await tx.prisma.userCoupon.findUniqueOrThrow({
    where: { id: userCouponId },
    select: { status: true },
  })
  throw new AppError(takenCodes[storedUserCouponStatus(status)])
}

const takenCodes = {
  held: 'COUPON_HELD',
  used: 'COUPON_USED',
  voided: 'COUPON_VOIDED',
  expired: 'COUPON_EXPIRED',
  unused: 'COUPON_EXPIRED',
} as const satisfies Record<UserCouponStatus, ErrorCode>

/** Of an order that finance accepts after its closing the coupon is free again: it is used if it still is, and the order keeps its price. */
async function use(tx: TxContext, { orderId, userCouponId }: { orderId: string; userCouponId: string }): Promise<void> {
  await tx.prisma.userCoupon.updateMany({
    where: { id: userCouponId, OR: [{ status: 'held', orderId }, { status: 'unused' }] },
    data: { status: 'used', orderId, usedAt: tx.clock.now() },
  })
  await findTakenBack(tx, { orderId, userCouponId })
}

/** Its rebate was taken back while the order held it. */
async function findTakenBack(
  tx: TxContext,
  { orderId, userCouponId }: { orderId: string; userCouponId: string },
): Promise<void> {
  const taken = await tx.prisma.userCoupon.findFirst({
    where: { id: userCouponId, orderId, status: 'used', clawedBackAt: { not: null } },
    select: { rebateId: true, order: { select: { couponDiscountFen: true } } },
  })
  if (!taken?.rebateId) return
  const discountFen = taken.order?.couponDiscountFen ?? 0
  await flagUsedCoupon(tx, { rebateId: taken.rebateId, discountFen, moment: 'fulfilment' })
}

/** What was voided or ran out while it was held, ends now. */
async function release(tx: TxContext, { orderId }: { orderId: string }): Promise<void> {
  const now = tx.clock.now()
  await tx.prisma.$executeRaw`
    UPDATE user_coupons SET order_id = NULL,
      status = CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN valid_until <= ${now} THEN 'expired' ELSE 'unused' END,
      ended_at = CASE WHEN voided_at IS NOT NULL OR valid_until <= ${now} THEN ${now}::timestamptz END
    WHERE order_id = ${orderId}::uuid AND status = 'held'`
}

/** To its person, never to the pool; one that would be of no use any more stays used. */
async function giveBack(tx: TxContext, { orderId }: { orderId: string }): Promise<void> {
  await tx.prisma.userCoupon.updateMany({
    where: { orderId, status: 'used', voidedAt: null, validUntil: { gt: tx.clock.now() } },
    data: { status: 'unused', orderId: null, usedAt: null },
  })
}
