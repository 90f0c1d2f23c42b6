import { AppError } from '@mozhou/contracts/errors'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { readCouponRow } from './coupon-row.ts'

/** Of a draft nobody has anything; what was active once is ended instead. @throws AppError COUPON_NOT_FOUND, COUPON_NOT_DRAFT, COUPON_NAMED */
export function removeCoupon(
  ctx: DomainContext,
  { couponId, actor }: { couponId: string; actor: Actor },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id: target, name } = await readCouponRow(tx, couponId)
    // Held against rules that are being written, whose key takes its row, too.
    await tx.prisma.$queryRaw`SELECT 1 FROM coupons WHERE id = ${couponId}::uuid FOR UPDATE`
    const named = { where: { couponId } }
    if ((await tx.prisma.campaignRule.count(named)) + (await tx.prisma.referralRule.count(named)) > 0)
      throw new AppError('COUPON_NAMED')
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
