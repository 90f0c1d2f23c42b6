import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import type { TxContext } from '../context.ts'

/** What is to be ordered, for a discount to be reckoned from. */
export interface DiscountedCart {
  kind: OrderKind
  /** What the list says: thresholds look at this. */
  listFen: number
  /** What is left of it to pay, from which the discount is taken. */
  restFen: number
}

/**
 * What an order asks of coupons, each in the transaction of the order's own change, after the order's row is locked: coupons' rows are the
 * last that are touched.
 */
export interface CouponEffects {
  /**
   * What the coupon takes off. @throws AppError COUPON_NOT_FOUND, or why it cannot be used for this (COUPON_EXPIRED, COUPON_WRONG_KIND,
   *   COUPON_HELD …)
   */
  quote(tx: TxContext, cart: DiscountedCart & { userId: string; userCouponId: string }): Promise<number>
  /** From the making of the order on nobody else has it. @throws AppError as `quote`, when it was taken since. */
  hold(tx: TxContext, order: { orderId: string; userId: string; userCouponId: string }): Promise<void>
  /** The order was paid. */
  use(tx: TxContext, order: { orderId: string; userCouponId: string }): Promise<void>
  /** The order was closed unpaid; once, whoever closes it. */
  release(tx: TxContext, order: { orderId: string }): Promise<void>
  /** All that was paid has gone back, and nothing of the order was used. */
  giveBack(tx: TxContext, order: { orderId: string }): Promise<void>
}

/** What stands beside orders and takes part in their transactions; handed in by the context, so that orders know none of it. */
export interface OrderEffects {
  coupons: CouponEffects
}
