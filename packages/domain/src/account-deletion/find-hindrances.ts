import { deletionHindrances } from '@mozhou/contracts/account-deletion/kinds'
import type { DeletionHindrance } from '@mozhou/contracts/account-deletion/kinds'
import { activeStatuses } from '@mozhou/contracts/generations/kinds'
import { openStatuses as openWithdrawals } from '@mozhou/contracts/withdrawals/kinds'
import type { TxContext } from '../context.ts'

/**
 * What has to be settled before an account goes: asked when it is shown, when it is closed, and when it is due, for money may arrive meanwhile.
 * An order that waits for its payment is closed with the account, so that it counts (`withPending`) only once that was done.
 */
export async function findHindrances(
  ctx: Pick<TxContext, 'prisma'>,
  { userId, withPending }: { userId: string; withPending: boolean },
): Promise<DeletionHindrance[]> {
  const active = [...activeStatuses]
  const [found] = await ctx.prisma.$queryRaw<Record<DeletionHindrance, boolean>[]>`
    SELECT u.role <> 'creator' AS has_role,
      EXISTS (SELECT 1 FROM credit_accounts a WHERE a.user_id = u.id AND a.balance < 0) AS debt,
      EXISTS (SELECT 1 FROM withdrawals w WHERE w.user_id = u.id AND w.status = ANY (${[...openWithdrawals]})) AS withdrawal_open,
      EXISTS (SELECT 1 FROM generations g WHERE g.user_id = u.id AND g.status = ANY (${active})) AS work_running,
      EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id AND (o.abnormal_reason = 'refund_abnormal' OR EXISTS (
        SELECT 1 FROM money_refunds r WHERE r.order_id = o.id AND r.status IN ('requested', 'reserved', 'submitted')))) AS refund_open,
      EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id AND (o.abnormal_reason <> 'refund_abnormal'
        OR EXISTS (SELECT 1 FROM payment_notices n WHERE n.order_no = o.order_no AND n.verdict = 'received')
        OR (o.status = 'pending' AND (${withPending}::boolean
          OR EXISTS (SELECT 1 FROM renewal_charges c WHERE c.order_id = o.id AND c.outcome = 'submitted'))))) AS payment_open
    FROM users u WHERE u.id = ${userId}::uuid`
  return found ? deletionHindrances.filter((kind) => found[kind]) : []
}
