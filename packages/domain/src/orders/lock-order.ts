import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { readRow } from '../read-row.ts'

export interface LockedOrder {
  id: string
  userId: string
  kind: string
  status: string
  payableFen: number
  credits: number | null
  planMonths: number | null
  planBenefits: unknown
  paidAt: Date | null
  /** The coupon that it was made with. */
  userCouponId: string | null
}

/** Before every other lock of the transaction, so that two payments of one order, or a payment and a refund, wait here. */
export async function lockOrder(tx: TxContext, orderId: string): Promise<LockedOrder> {
  const rows = await tx.prisma.$queryRaw<LockedOrder[]>`
    SELECT id, user_id AS "userId", kind, status, payable_fen AS "payableFen", credits, plan_months AS "planMonths",
      plan_benefits AS "planBenefits", paid_at AS "paidAt", user_coupon_id AS "userCouponId"
    FROM orders WHERE id = ${orderId}::uuid FOR UPDATE`
  const [order] = rows
  if (!order) throw new Error(`no order ${orderId}`)
  return order
}

export interface FoundOrder extends Omit<LockedOrder, 'paidAt' | 'planBenefits'> {
  /** Somebody invited its person, who may have a share in it. */
  isInvited: boolean
  /** A campaign takes part in it. */
  hasOffer: boolean
}

/** An order as it is at this moment, by what the channels call it; null where there is none. */
export function findOrder(ctx: Pick<TxContext, 'prisma'>, orderNo: string): Promise<FoundOrder | null> {
  return readRow(
    ctx,
    Prisma.sql`SELECT id, user_id AS "userId", kind, status, payable_fen AS "payableFen", credits, plan_months AS "planMonths",
        user_coupon_id AS "userCouponId", EXISTS (SELECT 1 FROM referral_relations r WHERE r.referee_id = orders.user_id) AS "isInvited",
        EXISTS (SELECT 1 FROM campaign_participations p WHERE p.order_id = orders.id) AS "hasOffer"
      FROM orders WHERE order_no = ${orderNo}`,
  )
}
