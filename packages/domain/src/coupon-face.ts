import { couponAudience } from '@mozhou/contracts/coupons/terms'
import type { CouponAudience, CouponDiscount } from '@mozhou/contracts/coupons/terms'
import type { CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import type { UserCouponDto } from '@mozhou/contracts/coupons/answers'
import type { Prisma } from '@mozhou/db/client'
import { storedCouponKind } from './stored-columns.ts'

/** What a coupon is worth and for what: the same before one has it and after. */
export const faceSelect = {
  name: true,
  description: true,
  kind: true,
  amountFen: true,
  rateBp: true,
  capFen: true,
  thresholdFen: true,
} as const satisfies Prisma.CouponSelect

type FaceRow = Prisma.CouponGetPayload<{ select: typeof faceSelect }>

export function toFace({ name, description, kind, thresholdFen, ...row }: FaceRow) {
  const face = { name, description, kind: storedCouponKind(kind), discount: discountOfRow(row), thresholdFen }
  return face satisfies Pick<UserCouponDto, 'name' | 'description' | 'kind' | 'discount' | 'thresholdFen'>
}

/** The database holds that it is one or the other. */
export function discountOfRow({
  amountFen,
  rateBp,
  capFen,
}: Pick<FaceRow, 'amountFen' | 'rateBp' | 'capFen'>): CouponDiscount {
  return amountFen === null ? { kind: 'percent', rateBp: rateBp ?? 0, capFen } : { kind: 'amount', amountFen }
}

interface ValidityRow {
  validFrom: Date | null
  validUntil: Date | null
  validDays: number | null
}

export function validityOfRow({ validFrom, validUntil, validDays }: ValidityRow): CouponRowDto['validity'] {
  if (validFrom === null || validUntil === null) return { kind: 'days', days: validDays ?? 0 }
  return { kind: 'dates', from: validFrom.toISOString(), until: validUntil.toISOString() }
}

/** @throws ZodError for an audience that another version of this code wrote. */
export function storedAudience(value: unknown): CouponAudience {
  return couponAudience.parse(value)
}
