import { z } from 'zod'
import { idInput, requestKeyInput } from '../ids.ts'
import { pageInput } from '../page.ts'
import { payChannels, payWays } from './kinds.ts'
import { leastRechargeFen, mostRechargeFen } from './prices.ts'

const discountFields = {
  /** A coupon of one's own. */
  userCouponId: idInput('userCoupon').optional(),
  /** What one was shown to be paid: another amount is told instead of ordered. */
  payableFen: z.number().int().min(0).max(mostRechargeFen).optional(),
}

export const createRechargeInput = z.object({
  /** In fen: whole yuan, at least 10. */
  amountFen: z.number().int().min(leastRechargeFen).max(mostRechargeFen).multipleOf(100),
  ...discountFields,
  /** What one was shown to be given besides: less is told instead of ordered. */
  bonusCredits: z.number().int().min(0).max(1_000_000).optional(),
  requestKey: requestKeyInput,
})
export type CreateRechargeInput = z.output<typeof createRechargeInput>

export const purchaseMembershipInput = z.object({
  planId: idInput('plan'),
  ...discountFields,
  requestKey: requestKeyInput,
})
export type PurchaseMembershipInput = z.output<typeof purchaseMembershipInput>

export const orderIdInput = z.object({ orderId: idInput('order') })

export const startPaymentInput = z.object({
  orderId: idInput('order'),
  channel: z.enum(payChannels),
  way: z.enum(payWays).default('qr'),
})
export type StartPaymentInput = z.output<typeof startPaymentInput>

export const listOrdersInput = pageInput
