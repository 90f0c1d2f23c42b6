import { z } from 'zod'
import { instantInput, endInput } from '../time.ts'

/** Nobody gives more off by a slip of the hand. */
const mostDiscountFen = 1_000_000
const wholeBp = 10_000

/** What is taken off: an amount, or a share of what is left to pay in basis points, with an upper limit or without. */
export const couponDiscount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amountFen: z.number().int().min(1).max(mostDiscountFen) }),
  z
    .object({
      kind: z.literal('percent'),
      rateBp: z.number().int().min(1).max(wholeBp),
      capFen: z.number().int().min(1).max(mostDiscountFen).nullable(),
    })
    .refine(({ rateBp, capFen }) => rateBp < wholeBp || capFen !== null, {
      path: ['capFen'],
      message: 'is needed where all is taken off',
      params: { rule: 'cap_needed' },
    }),
])
export type CouponDiscount = z.output<typeof couponDiscount>

/** Where a threshold is given, nothing is taken off beyond it. */
export function isAboveThreshold(discount: CouponDiscount, thresholdFen: number): boolean {
  return discount.kind === 'amount' && thresholdFen > 0 && discount.amountFen > thresholdFen
}

/** When it can be used: between two instants, or so many days from its receipt. */
export const couponValidity = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('dates'), from: instantInput, until: endInput })
    .refine(({ from, until }) => from < until, {
      path: ['until'],
      message: 'must be after from',
      params: { rule: 'after_from' },
    }),
  z.object({ kind: z.literal('days'), days: z.number().int().min(1).max(3_650) }),
])
export type CouponValidity = z.output<typeof couponValidity>

/** Whom it is for. `new`: who registered within so many days; `members`: who is one at that moment. */
export const couponAudience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('new'), days: z.number().int().min(1).max(365) }),
  z.object({ kind: z.literal('members') }),
])
export type CouponAudience = z.output<typeof couponAudience>
