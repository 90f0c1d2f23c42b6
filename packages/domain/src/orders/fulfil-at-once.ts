import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { postEntryCall, withPostingErrors } from '../credits/post-entry.ts'
import { notifyStatement } from '../notifications/notify.ts'
import { storedOrderStatus } from '../stored-columns.ts'
import { payerHashOf } from './arrived-money.ts'
import type { ArrivedMoney } from './arrived-money.ts'
import type { FoundOrder } from './lock-order.ts'
import { orderNotice } from './order-notice.ts'
import { decidePayment } from './order-rules.ts'
import { rechargeEntry } from './recharge-entry.ts'

interface Arrival {
  /** As it was a moment ago. */
  order: FoundOrder
  money: ArrivedMoney
  /** What told of it, and is concluded with it. */
  notice: { id: string; orderNo: string }
}

export interface FulfilledAtOnce {
  /** Nothing was begun at another channel that would have to be closed there. */
  isOver: boolean
}

/**
 * The plain case in one statement, which is a transaction by itself: an order that waits and gives nothing but credits, paid as it asks.
 * What the careful way does in six statements between BEGIN and COMMIT, for the bursts in which notices come.
 * @returns null, with nothing done, where it is not the plain case or has ceased to be one: the careful way decides then.
 */
export async function fulfilAtOnce(ctx: DomainContext, arrival: Arrival): Promise<FulfilledAtOnce | null> {
  const { order, money } = arrival
  if (!givesOnlyCredits(order)) return null
  const { status, payableFen } = order
  if (decidePayment({ status: storedOrderStatus(status), payableFen }, money).kind !== 'fulfil') return null
  const call = statement(ctx, arrival, order.credits)
  const [done] = await withPostingErrors(() => ctx.prisma.$queryRaw<FulfilledAtOnce[]>(call))
  return done ?? null
}

/** Whatever else an order may give or use up has to be excluded here, or it would not happen. */
function givesOnlyCredits(order: FoundOrder): order is FoundOrder & { credits: number } {
  const { kind, credits, planMonths, userCouponId, isInvited, hasOffer } = order
  const isPlain = kind === 'recharge' && credits !== null && planMonths === null
  return isPlain && userCouponId === null && !isInvited && !hasOffer
}

/**
 * In the order of locks that every way keeps: order, credits. Each part takes its row from the one before, so that none happens without: the
 * order has to be as it was seen, also after waiting for it, and the transaction unknown.
 */
function statement(ctx: DomainContext, { order, money, notice }: Arrival, credits: number): Prisma.Sql {
  const { channel, transactionId, source, amountFen, paidAt } = money
  const now = ctx.clock.now()
  const entry = postEntryCall(ctx, { ...rechargeEntry(order.id, credits), owner: Prisma.sql`paid.user_id` })
  return Prisma.sql`
    WITH payable AS (
      SELECT id FROM orders
      WHERE id = ${order.id}::uuid AND status = ${order.status} AND payable_fen = ${order.payableFen} AND user_coupon_id IS NULL
      FOR UPDATE
    ), payment AS (
      INSERT INTO payments (id, order_id, channel, transaction_id, status, source, amount_fen, payer_hash, paid_at, created_at)
      SELECT ${ctx.newId()}::uuid, id, ${channel}, ${transactionId}, 'accepted', ${source}, ${amountFen}, ${payerHashOf(money)}, ${paidAt}, ${now}
      FROM payable
      ON CONFLICT DO NOTHING
      RETURNING order_id
    ), paid AS (
      UPDATE orders SET status = 'fulfilled', paid_at = ${paidAt} FROM payment WHERE orders.id = payment.order_id
      RETURNING orders.user_id
    ), given AS MATERIALIZED (
      SELECT paid.user_id FROM paid CROSS JOIN LATERAL ${entry} AS entry
    ), told AS (${notifyStatement(ctx, orderNotice('order_paid', order), Prisma.sql`given`)})
    UPDATE payment_notices SET verdict = 'applied', reason = NULL, order_no = ${notice.orderNo}, applied_at = ${now}
    FROM given WHERE payment_notices.id = ${notice.id}::uuid
    RETURNING NOT EXISTS (
      SELECT 1 FROM payment_starts WHERE order_id = ${order.id}::uuid AND channel <> ${channel}
    ) AS "isOver"`
}
