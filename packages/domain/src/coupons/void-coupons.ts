import type { VoidedDto } from '@mozhou/contracts/coupons/admin-answers'
import type { VoidCouponsInput } from '@mozhou/contracts/coupons/admin-inputs'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/**
 * Takes coupons from people, each with a reason. One that an order holds keeps that order's price, and is void once it is released; what was
 * used or has ended stays as it is.
 */
export function voidCoupons(
  ctx: DomainContext,
  { ids, reason, actor }: VoidCouponsInput & { actor: Actor },
): Promise<VoidedDto> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.prisma.$queryRaw<{ id: string; status: string }[]>`
      UPDATE user_coupons SET voided_at = ${tx.clock.now()},
        status = CASE status WHEN 'unused' THEN 'voided' ELSE status END,
        ended_at = CASE status WHEN 'unused' THEN ${tx.clock.now()}::timestamptz ELSE ended_at END
      WHERE id = ANY(${ids}::uuid[]) AND status IN ('unused', 'held') AND voided_at IS NULL
      RETURNING id, status`
    for (const { id, status } of rows)
      await writeAuditRow(tx, {
        actorId: actor.userId,
        permission: 'coupon:issue',
        action: 'coupon.void',
        target: formatId('userCoupon', id),
        after: { status, reason },
        requestId: actor.requestId,
      })
    const voided = rows.filter(({ status }) => status === 'voided').length
    return { voided, waiting: rows.length - voided, left: ids.length - rows.length }
  })
}
