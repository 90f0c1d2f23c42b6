import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { CreateCouponInput } from '@mozhou/contracts/coupons/admin-inputs'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { storedCouponStatus } from '../stored-columns.ts'
import { faceSelect, storedAudience, toFace, validityOfRow } from '../coupon-face.ts'

export const couponRowSelect = {
  ...faceSelect,
  id: true,
  status: true,
  validFrom: true,
  validUntil: true,
  validDays: true,
  audience: true,
  totalLimit: true,
  perPersonLimit: true,
  isClaimable: true,
  issued: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.CouponSelect

export function toCouponRow(row: Prisma.CouponGetPayload<{ select: typeof couponRowSelect }>): CouponRowDto {
  const { id, totalLimit, perPersonLimit, isClaimable, issued, version } = row
  return {
    id: formatId('coupon', id),
    ...toFace(row),
    status: storedCouponStatus(row.status),
    validity: validityOfRow(row),
    audience: storedAudience(row.audience),
    totalLimit,
    perPersonLimit,
    isClaimable,
    issued,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** @throws AppError COUPON_NOT_FOUND */
export async function readCouponRow(ctx: Pick<TxContext, 'prisma'>, couponId: string): Promise<CouponRowDto> {
  const row = await ctx.prisma.coupon.findUnique({ where: { id: couponId }, select: couponRowSelect })
  if (!row) throw new AppError('COUPON_NOT_FOUND')
  return toCouponRow(row)
}

type Terms = Pick<CreateCouponInput, 'discount' | 'validity'>

/** The columns of what is a union in the contracts; those of the other arms are emptied. */
export function discountColumns(discount: Terms['discount']) {
  return discount.kind === 'amount'
    ? { amountFen: discount.amountFen, rateBp: null, capFen: null }
    : { amountFen: null, rateBp: discount.rateBp, capFen: discount.capFen }
}

export function validityColumns(validity: Terms['validity']) {
  return validity.kind === 'days'
    ? { validDays: validity.days, validFrom: null, validUntil: null }
    : { validDays: null, validFrom: new Date(validity.from), validUntil: new Date(validity.until) }
}
