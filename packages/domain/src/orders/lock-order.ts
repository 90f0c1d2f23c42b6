import type { TxContext } from '../context.ts'

export interface LockedOrder {
  id: string
  userId: string
  kind: string
  status: string
  payableFen: number
  credits: number | null
  planMonths: number | null
  paidAt: Date | null
  /** The coupon that it was made with. */
  userCouponId: string | null
}

/** Before every other lock of the transaction, so that two payments of one order, or a payment and a refund, wait here. */
export async function lockOrder(tx: TxContext, orderId: string): Promise<LockedOrder> {
  const rows = await tx.prisma.$queryRaw<LockedOrder[]>`
    SELECT id, user_id AS "userId", kind, status, payable_fen AS "payableFen", credits, plan_months AS "planMonths", paid_at AS "paidAt",
      user_coupon_id AS "userCouponId"
    FROM orders WHERE id = ${orderId}::uuid FOR UPDATE`
  const [order] = rows
  if (!order) throw new Error(`no order ${orderId}`)
  return order
}
