import { z } from 'zod'
import { countAnswer, dayAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { budgetUnits, campaignKinds, rewardParts, shownStatuses, standingRefusals } from './kinds.ts'
import { discountAnswer, validityAnswer } from '../coupons/answers.ts'
import { couponKinds } from '../coupons/kinds.ts'
import { campaignLimitsRule, campaignRule, shownAudience } from './rule.ts'

/** Where a person stands with one. */
const ownPartAnswer = z.object({
  /** Why they cannot take part now; null when they can, or need not do anything. */
  refusal: z.enum(standingRefusals).nullable(),
  /** How often they took part, in all and today. */
  times: countAnswer,
  timesToday: countAnswer,
  /** What they got of it, in the unit of the campaign. */
  received: countAnswer,
})

const campaignCouponAnswer = z.object({
  id: idAnswer('coupon'),
  name: z.string(),
  description: z.string(),
  kind: z.enum(couponKinds),
  discount: discountAnswer,
  thresholdFen: countAnswer,
  validity: validityAnswer,
})
export type CampaignCouponDto = z.output<typeof campaignCouponAnswer>

export const campaignAnswer = z
  .object({
    id: idAnswer('campaign'),
    kind: z.enum(campaignKinds),
    name: z.string(),
    description: z.string(),
    status: z.enum(shownStatuses),
    startsAt: instantAnswer,
    endsAt: instantAnswer,
    unit: z.enum(budgetUnits),
    rule: campaignRule,
    limits: campaignLimitsRule,
    audience: shownAudience,
    /** What a campaign of coupons gives; null for every other. */
    coupon: campaignCouponAnswer.nullable(),
    mine: ownPartAnswer,
  })
  .meta({ id: 'Campaign' })
export type CampaignDto = z.output<typeof campaignAnswer>

const rewardAnswer = z.object({
  part: z.enum(rewardParts),
  amount: countAnswer,
  /** Of a milestone: how many days in a row it is for. */
  days: countAnswer.nullable(),
})
export type RewardDto = z.output<typeof rewardAnswer>

export const participationAnswer = z
  .object({
    id: idAnswer('participation'),
    campaignId: idAnswer('campaign'),
    /** In Shanghai. */
    day: dayAnswer,
    /** Days in a row with this one; null where days are not counted. */
    streak: countAnswer.nullable(),
    ruleVersion: countAnswer,
    unit: z.enum(budgetUnits),
    amount: countAnswer,
    rewards: z.array(rewardAnswer),
    /** The coupon that was given, which is in the person's list of coupons. */
    userCouponId: idAnswer('userCoupon').nullable(),
    /** When what was given lapses; null: never. */
    expiresAt: instantAnswer.nullable(),
    createdAt: instantAnswer,
    /** It was there already: nothing was given this time. */
    isRepeat: z.boolean(),
  })
  .meta({ id: 'Participation' })
export type ParticipationDto = z.output<typeof participationAnswer>

/** What an order would get at this moment; held for it once it is made. */
export const offerAnswer = z
  .object({
    campaignId: idAnswer('campaign'),
    name: z.string(),
    discountFen: countAnswer,
    bonusCredits: countAnswer,
  })
  .meta({ id: 'Offer' })
export type OfferDto = z.output<typeof offerAnswer>

export const checkInsAnswer = z
  .object({
    /** Shanghai's. */
    today: dayAnswer,
    isCheckedIn: z.boolean(),
    /** Days in a row up to today, or to yesterday while today is open. */
    streak: countAnswer,
    /** First and last day of the month that is shown. */
    from: dayAnswer,
    to: dayAnswer,
    days: z.array(z.object({ day: dayAnswer, streak: countAnswer, credits: countAnswer, milestone: countAnswer })),
    /** What the next check-in gives if it is on the next day possible. */
    next: z.object({ day: dayAnswer, credits: countAnswer, milestone: countAnswer }),
  })
  .meta({ id: 'CheckIns' })
export type CheckInsDto = z.output<typeof checkInsAnswer>
