import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { audienceAnswer, discountAnswer, userCouponAnswer, validityAnswer } from './answers.ts'
import { couponIssueEndReasons, couponIssueStatuses, couponKinds, couponStatuses } from './kinds.ts'

export const couponRowAnswer = z
  .object({
    id: idAnswer('coupon'),
    name: z.string(),
    description: z.string(),
    kind: z.enum(couponKinds),
    status: z.enum(couponStatuses),
    discount: discountAnswer,
    thresholdFen: countAnswer,
    validity: validityAnswer,
    audience: audienceAnswer,
    totalLimit: countAnswer,
    perPersonLimit: countAnswer,
    isClaimable: z.boolean(),
    issued: countAnswer,
    version: countAnswer,
    createdAt: instantAnswer,
    updatedAt: instantAnswer,
  })
  .meta({ id: 'CouponRow' })
export type CouponRowDto = z.output<typeof couponRowAnswer>

/** How those that were given stand, counted from the rows. */
export const couponFiguresAnswer = z.object({
  unused: countAnswer,
  held: countAnswer,
  used: countAnswer,
  expired: countAnswer,
  voided: countAnswer,
  /** What it took off orders that were paid. */
  discountFen: countAnswer,
  /** What those orders brought. */
  paidFen: countAnswer,
})
export type CouponFiguresDto = z.output<typeof couponFiguresAnswer>

const personAnswer = z.object({ id: idAnswer('user'), username: z.string(), displayName: z.string() })

export const userCouponRowAnswer = userCouponAnswer.extend({
  person: personAnswer,
  /** Voided while an order holds it: takes effect if that order is not paid. */
  isVoiding: z.boolean(),
})
export type UserCouponRowDto = z.output<typeof userCouponRowAnswer>

/** What became of each person that was named. */
export const issuedAnswer = z
  .object({
    issued: countAnswer,
    people: z.array(
      z.object({ person: z.string(), outcome: z.enum(['issued', 'unknown', 'limit', 'twice', 'sold_out']) }),
    ),
  })
  .meta({ id: 'IssuedCoupons' })
export type IssuedDto = z.output<typeof issuedAnswer>

export const voidedAnswer = z.object({
  voided: countAnswer,
  /** Held by orders: voided if they are not paid. */
  waiting: countAnswer,
  /** Used, expired or voided before. */
  left: countAnswer,
})
export type VoidedDto = z.output<typeof voidedAnswer>

export const couponIssueAnswer = z.object({
  id: idAnswer('couponIssue'),
  couponId: idAnswer('coupon'),
  /** Null where people were named. */
  audience: audienceAnswer.nullable(),
  note: z.string(),
  status: z.enum(couponIssueStatuses),
  endReason: z.enum(couponIssueEndReasons).nullable(),
  total: countAnswer,
  issued: countAnswer,
  skipped: countAnswer,
  actor: z.string(),
  createdAt: instantAnswer,
  endedAt: instantAnswer.nullable(),
  /** Page of its workflow in the Temporal UI; null when the address is not set. */
  workflowUrl: z.string().nullable(),
})
export type CouponIssueDto = z.output<typeof couponIssueAnswer>
