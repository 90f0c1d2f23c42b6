import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { UpdateCouponInput } from '@mozhou/contracts/coupons/admin-inputs'
import { isAboveThreshold } from '@mozhou/contracts/coupons/terms'
import { AppError } from '@mozhou/contracts/errors'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { discountColumns, readCouponRow, validityColumns } from './coupon-row.ts'
import { whyNotChangeable } from './editing-rules.ts'

/**
 * Changes a coupon, or where it stands.
 * @throws AppError COUPON_NOT_FOUND, COUPON_CHANGED when somebody else changed it since it was read, COUPON_TERMS_FIXED,
 *   COUPON_LIMITS_ONLY_GROW, COUPON_STATUS_UNFIT, VALIDATION_FAILED {field: discount.amountFen}, COUPON_VALIDITY_OVER
 *   {field: validity.until} when its time is over before it begins
 */
export function updateCoupon(
  ctx: DomainContext,
  { couponId, version, actor, ...changes }: UpdateCouponInput & { actor: Actor },
): Promise<CouponRowDto> {
  return inTransaction(ctx, async (tx) => {
    const before = await readCouponRow(tx, couponId)
    const refusal = whyNotChangeable(before, changes, tx.clock.now())
    if (refusal === 'COUPON_VALIDITY_OVER') throw new AppError(refusal, { field: 'validity.until' })
    if (refusal !== null) throw new AppError(refusal)
    const { discount, validity, ...fields } = changes
    const isMoved = discount !== undefined || fields.thresholdFen !== undefined
    if (isMoved && isAboveThreshold(discount ?? before.discount, fields.thresholdFen ?? before.thresholdFen))
      throw new AppError('VALIDATION_FAILED', { field: 'discount.amountFen', rule: 'within_threshold' })
    const { count } = await tx.prisma.coupon.updateMany({
      where: { id: couponId, version },
      data: {
        ...fields,
        ...(discount && discountColumns(discount)),
        ...(validity && validityColumns(validity)),
        version: { increment: 1 },
        updatedAt: tx.clock.now(),
      },
    })
    if (count === 0) throw new AppError('COUPON_CHANGED')
    const after = await readCouponRow(tx, couponId)
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'coupon:write',
      action: 'coupon.update',
      target: before.id,
      before: shownOf(before),
      after: shownOf(after),
      requestId: actor.requestId,
    })
    return after
  })
}

function shownOf({ id: _id, createdAt: _createdAt, updatedAt: _updatedAt, issued: _issued, ...shown }: CouponRowDto) {
  return shown
}
