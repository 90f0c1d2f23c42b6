import { z } from 'zod'
import { idInput, requestKeyInput } from '../ids.ts'
import { leastRechargeFen, mostRechargeFen } from '../orders/prices.ts'
import { pageInput } from '../page.ts'
import { userCouponViews } from './kinds.ts'

export const couponIdInput = z.object({ couponId: idInput('coupon') })

export const claimCouponInput = couponIdInput.extend({ requestKey: requestKeyInput })
export type ClaimCouponInput = z.output<typeof claimCouponInput>

export const myCouponsInput = pageInput.extend({ view: z.enum(userCouponViews).default('usable') })
export type MyCouponsInput = z.output<typeof myCouponsInput>

/** What is about to be ordered. */
export const couponCartInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('recharge'),
    amountFen: z.number().int().min(leastRechargeFen).max(mostRechargeFen).multipleOf(100),
  }),
  z.object({ kind: z.literal('membership'), planId: idInput('plan') }),
])
export type CouponCartInput = z.output<typeof couponCartInput>

export const useCouponInput = z.object({ userCouponId: idInput('userCoupon'), orderId: idInput('order') })
export type UseCouponInput = z.output<typeof useCouponInput>
