import { z } from 'zod'
import { idInput } from '../ids.ts'
import { operatorPageInput, pageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { dayRange, instantInput } from '../time.ts'
import { rebateForms, rebateStates, rebateStatuses, ruleLimits, ruleWindows } from './kinds.ts'

const levelInput = z.union([z.literal(1), z.literal(2)])

/** People whom the caller invited (1), or whom those invited (2). */
export const listInvitedInput = pageInput.extend({ level: levelInput.default(1) })
export type ListInvitedInput = z.output<typeof listInvitedInput>

export const listMyRebatesInput = pageInput.extend({ state: z.enum(rebateStates).optional() })
export type ListMyRebatesInput = z.output<typeof listMyRebatesInput>

const rateInput = z.int().min(0).max(ruleLimits.mostShareBp)

/** A third rate is refused here, as it is by the domain and by the database. */
export const proposeRuleInput = z
  .strictObject({
    ratesBp: z.array(rateInput).min(1).max(ruleLimits.mostLevels),
    welcomeCredits: z.int().min(0).max(100_000),
    form: z.enum(rebateForms),
    /** For coupons alone: which, and how many credits one of them stands for. */
    couponId: idInput('coupon').optional(),
    couponCredits: z.int().min(1).max(ruleLimits.mostCouponCredits).optional(),
    window: z.enum(ruleWindows),
    /** Orders, or days since the registration; left out for the first order. */
    windowCount: z.int().min(1).max(3_650).optional(),
    holdDays: z.int().min(ruleLimits.leastHoldDays).max(365),
    expireDays: z.int().min(1).max(3_650),
    isReviewed: z.boolean(),
    signupsPerDay: z.int().min(1).max(100_000),
    refundShareBp: z.int().min(0).max(10_000),
    lawText: textInput(0, ruleLimits.lawTextLength.most).optional(),
    note: textInput(2, 500),
    inForceFrom: instantInput,
  })
  .refine(({ window, windowCount }) => (window === 'first_order') === (windowCount === undefined), {
    path: ['windowCount'],
    message: 'is for orders and days alone',
    params: { rule: 'referral_window' },
  })
  .superRefine(({ form, couponId, couponCredits, ratesBp, lawText = '' }, issues) => {
    for (const [name, value] of Object.entries({ couponId, couponCredits }))
      if ((form === 'coupon') !== (value !== undefined)) {
        const rule = form === 'coupon' ? 'required' : 'referral_coupon'
        issues.addIssue({ code: 'custom', path: [name], message: 'is for coupons alone', params: { rule } })
      }
    const { least } = ruleLimits.lawTextLength
    if (ratesBp.length > 1 && lawText.length < least)
      issues.addIssue({ code: 'too_small', origin: 'string', minimum: least, path: ['lawText'] })
  })
export type ProposeRuleInput = z.output<typeof proposeRuleInput>

export const decideRuleInput = z.object({
  ruleId: idInput('referralRule'),
  isApproved: z.boolean(),
  reason: textInput(2, 500),
})
export type DecideRuleInput = z.output<typeof decideRuleInput>

export const listRebatesInput = operatorPageInput.extend({
  status: z.enum(rebateStatuses).optional(),
  /** A username, or an id of a person, an order or a rebate. */
  search: textInput(0, 100).optional(),
  ...dayRange,
})
export type ListRebatesInput = z.output<typeof listRebatesInput>

export const rebateIdInput = z.object({ rebateId: idInput('rebate') })
export const decideRebateInput = z.object({ rebateId: idInput('rebate'), reason: textInput(2, 500) })
export type DecideRebateInput = z.output<typeof decideRebateInput>

/** The same, by the name that the brief's address gives it. */
export const approveRebateInput = z.object({ referralId: idInput('rebate'), reason: textInput(2, 500) })

export const referralStatisticsInput = z.object(dayRange)
export type ReferralStatisticsInput = z.output<typeof referralStatisticsInput>

export const listBatchesInput = operatorPageInput

export const invitationInput = z.object({ code: z.string().regex(/^[2-9A-HJ-NP-Z]{8}$/) })
