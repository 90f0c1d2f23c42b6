import { AppError } from '@mozhou/contracts/errors'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { readCouponRow } from './coupon-row.ts'

/** Of a draft nobody has anything; what was active once is ended instead. @throws AppError COUPON_NOT_FOUND, COUPON_NOT_DRAFT */
export function removeCoupon(
  ctx: DomainContext,
  { couponId, actor }: { couponId: string; actor: Actor },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id: target, name } = await readCouponRow(tx, couponId)
    const { count } = await tx.prisma.coupon.deleteMany({ where: { id: couponId, status: 'draft' } })
    if (count === 0) throw new AppError('COUPON_NOT_DRAFT')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'coupon:write',
      action: 'coupon.remove',
      target,
      before: { name },
      requestId: actor.requestId,
    })
  })
}
