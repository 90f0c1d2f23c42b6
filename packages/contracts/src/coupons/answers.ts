import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { couponKinds, couponSources, couponStatuses, userCouponStatuses } from './kinds.ts'

/** The terms as they are answered: instants are what they are, nothing is left to be checked. */
export const discountAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amountFen: countAnswer }),
  z.object({ kind: z.literal('percent'), rateBp: countAnswer, capFen: countAnswer.nullable() }),
])
export const validityAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dates'), from: instantAnswer, until: instantAnswer }),
  z.object({ kind: z.literal('days'), days: countAnswer }),
])
export const audienceAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('new'), days: countAnswer }),
  z.object({ kind: z.literal('members') }),
])

/** A refusal as data: a code of the table of errors, and what its words are filled with. */
export const couponRefusalAnswer = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const faceFields = {
  name: z.string(),
  description: z.string(),
  kind: z.enum(couponKinds),
  discount: discountAnswer,
  thresholdFen: countAnswer,
}

/** A coupon as a person sees it before they have it. */
export const couponAnswer = z
  .object({
    id: idAnswer('coupon'),
    ...faceFields,
    status: z.enum(couponStatuses),
    validity: validityAnswer,
    audience: audienceAnswer,
    totalLimit: countAnswer,
    left: countAnswer,
    perPersonLimit: countAnswer,
    /** How many of it this person has had. */
    owned: countAnswer,
    /** Why they cannot take one now; null when they can. */
    refusal: couponRefusalAnswer.nullable(),
  })
  .meta({ id: 'Coupon' })
export type CouponDto = z.output<typeof couponAnswer>

export const userCouponAnswer = z
  .object({
    id: idAnswer('userCoupon'),
    couponId: idAnswer('coupon'),
    ...faceFields,
    status: z.enum(userCouponStatuses),
    source: z.enum(couponSources),
    validFrom: instantAnswer,
    validUntil: instantAnswer,
    createdAt: instantAnswer,
    usedAt: instantAnswer.nullable(),
    /** The order that holds it or has used it, and what it took off there. */
    order: z.object({ id: idAnswer('order'), discountFen: countAnswer }).nullable(),
  })
  .meta({ id: 'UserCoupon' })
export type UserCouponDto = z.output<typeof userCouponAnswer>

/** What a person's coupons would do for something that they are about to order. */
export const cartCouponsAnswer = z.object({
  /** What the list says, and what is left of it for a coupon. */
  listFen: countAnswer,
  restFen: countAnswer,
  /** The one that saves most; of equals the one that expires first. */
  bestId: idAnswer('userCoupon').nullable(),
  coupons: z.array(
    z.object({ coupon: userCouponAnswer, discountFen: countAnswer, refusal: couponRefusalAnswer.nullable() }),
  ),
})
export type CartCouponsDto = z.output<typeof cartCouponsAnswer>
