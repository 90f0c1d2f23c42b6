import { z } from 'zod'
import { idInput, requestKeyInput } from '../ids.ts'
import { operatorPageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { dayRange } from '../time.ts'
import { couponKinds, couponStatuses, userCouponStatuses } from './kinds.ts'
import { couponAudience, couponDiscount, couponValidity, isAboveThreshold } from './terms.ts'
import type { CouponDiscount } from './terms.ts'

const withinThreshold = {
  path: ['discount', 'amountFen'],
  message: 'must not be more than the threshold',
  params: { rule: 'within_threshold' },
}
const isWithin = ({
  discount,
  thresholdFen,
}: {
  discount?: CouponDiscount | undefined
  thresholdFen?: number | undefined
}) => discount === undefined || thresholdFen === undefined || !isAboveThreshold(discount, thresholdFen)

export const createCouponInput = z
  .object({
    name: textInput(2, 40),
    description: textInput(0, 300).default(''),
    kind: z.enum(couponKinds),
    discount: couponDiscount,
    /** In fen of the list's price; 0 for none. */
    thresholdFen: z.number().int().min(0).max(10_000_000).default(0),
    validity: couponValidity,
    totalLimit: z.number().int().min(1).max(10_000_000),
    perPersonLimit: z.number().int().min(1).max(100).default(1),
    audience: couponAudience.default({ kind: 'all' }),
    /** People take it themselves; else it is only issued. */
    isClaimable: z.boolean().default(true),
  })
  .refine(isWithin, withinThreshold)
export type CreateCouponInput = z.output<typeof createCouponInput>

const changeable = z.object({
  name: textInput(2, 40),
  description: textInput(0, 300),
  kind: z.enum(couponKinds),
  discount: couponDiscount,
  thresholdFen: z.number().int().min(0).max(10_000_000),
  validity: couponValidity,
  totalLimit: z.number().int().min(1).max(10_000_000),
  perPersonLimit: z.number().int().min(1).max(100),
  audience: couponAudience,
  isClaimable: z.boolean(),
  status: z.enum(couponStatuses).exclude(['draft']),
})

/** Of one that was active once, what it is worth stays as it is; the limits only grow. */
export const updateCouponInput = changeable
  .partial()
  .extend({
    couponId: idInput('coupon'),
    /** The one that was read: a change that somebody else made meanwhile is not written over. */
    version: z.number().int().min(1),
  })
  .refine(isWithin, withinThreshold)
export type UpdateCouponInput = z.output<typeof updateCouponInput>

export const listCouponsInput = operatorPageInput.extend({
  status: z.enum(couponStatuses).optional(),
  kind: z.enum(couponKinds).optional(),
  /** Part of its name, or its id. */
  search: textInput(0, 100).optional(),
})
export type ListCouponsInput = z.output<typeof listCouponsInput>

/** People by username, address or id. */
export const issueCouponInput = z.object({
  couponId: idInput('coupon'),
  people: z.array(textInput(1, 254)).min(1).max(200),
  note: textInput(2, 200),
  requestKey: requestKeyInput,
})
export type IssueCouponInput = z.output<typeof issueCouponInput>

export const listUserCouponsInput = operatorPageInput.extend({
  couponId: idInput('coupon').optional(),
  issueId: idInput('couponIssue').optional(),
  status: z.enum(userCouponStatuses).optional(),
  /** Part of a person's name or address, or their id. */
  search: textInput(0, 100).optional(),
  /** Days of the receipt. */
  ...dayRange,
})
export type ListUserCouponsInput = z.output<typeof listUserCouponsInput>

export const voidCouponsInput = z.object({
  ids: z.array(idInput('userCoupon')).min(1).max(200),
  reason: textInput(4, 200),
})
export type VoidCouponsInput = z.output<typeof voidCouponsInput>

export const startIssueInput = z.object({
  couponId: idInput('coupon'),
  audience: couponAudience,
  note: textInput(2, 200),
  requestKey: requestKeyInput,
})
export type StartIssueInput = z.output<typeof startIssueInput>

export const couponIssueIdInput = z.object({ issueId: idInput('couponIssue') })
export const listIssuesInput = operatorPageInput.extend({ couponId: idInput('coupon') })
export type ListIssuesInput = z.output<typeof listIssuesInput>
