import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { CreateCouponInput } from '@mozhou/contracts/coupons/admin-inputs'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { discountColumns, readCouponRow, validityColumns } from './coupon-row.ts'
import { isOver } from './editing-rules.ts'

/** A draft: nobody sees it before it is activated. @throws AppError COUPON_VALIDITY_OVER {field: validity.until} */
export function createCoupon(
  ctx: DomainContext,
  { actor, discount, validity, ...fields }: CreateCouponInput & { actor: Actor },
): Promise<CouponRowDto> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    if (isOver({ validity }, now)) throw new AppError('COUPON_VALIDITY_OVER', { field: 'validity.until' })
    const id = tx.newId()
    const columns = { ...discountColumns(discount), ...validityColumns(validity) }
    await tx.prisma.coupon.create({
      data: { id, ...fields, ...columns, createdAt: now, updatedAt: now },
      select: { id: true },
    })
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'coupon:write',
      action: 'coupon.create',
      target: formatId('coupon', id),
      after: { ...fields, discount, validity },
      requestId: actor.requestId,
    })
    return readCouponRow(tx, id)
  })
}
