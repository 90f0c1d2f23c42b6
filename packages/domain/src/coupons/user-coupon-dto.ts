import type { UserCouponDto } from '@mozhou/contracts/coupons/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { storedCouponSource, storedUserCouponStatus } from '../stored-columns.ts'
import { faceSelect, toFace } from '../coupon-face.ts'

export const userCouponSelect = {
  id: true,
  couponId: true,
  status: true,
  source: true,
  validFrom: true,
  validUntil: true,
  createdAt: true,
  usedAt: true,
  order: { select: { id: true, couponDiscountFen: true } },
  coupon: { select: faceSelect },
} as const satisfies Prisma.UserCouponSelect

type UserCouponRow = Prisma.UserCouponGetPayload<{ select: typeof userCouponSelect }>

/** What has expired and was not swept yet, has expired. */
export function toUserCouponDto(row: UserCouponRow, now: Date): UserCouponDto {
  const { id, couponId, coupon, order, status } = row
  return {
    id: formatId('userCoupon', id),
    couponId: formatId('coupon', couponId),
    ...toFace(coupon),
    status: status === 'unused' && row.validUntil <= now ? 'expired' : storedUserCouponStatus(status),
    source: storedCouponSource(row.source),
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil.toISOString(),
    createdAt: row.createdAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
    order: order && { id: formatId('order', order.id), discountFen: order.couponDiscountFen },
  }
}

/** @throws AppError COUPON_NOT_FOUND when it is not this person's. */
export async function getUserCoupon(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { userId, userCouponId }: { userId: string; userCouponId: string },
): Promise<UserCouponDto> {
  const row = await ctx.prisma.userCoupon.findFirst({ where: { id: userCouponId, userId }, select: userCouponSelect })
  if (!row) throw new AppError('COUPON_NOT_FOUND')
  return toUserCouponDto(row, ctx.clock.now())
}
