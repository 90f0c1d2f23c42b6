import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { userCouponStatuses } from '../coupons/kinds.ts'
import { idAnswer } from '../ids.ts'
import {
  flagMoments,
  flagSeverities,
  fraudRuleKeys,
  invitationStates,
  rebateBlocks,
  rebateDecisions,
  rebateEndReasons,
  rebateForms,
  rebateLevels,
  rebateStates,
  rebateStatuses,
  ruleStatuses,
  ruleWindows,
} from './kinds.ts'

/** What an invitation is worth now, for those who invite. */
const offerAnswer = z.object({
  ratesBp: z.array(countAnswer),
  welcomeCredits: countAnswer,
  form: z.enum(rebateForms),
  /** Of rebates as coupons: which, and from how many credits of the share on one is given. */
  coupon: z.object({ id: idAnswer('coupon'), name: z.string(), credits: countAnswer }).nullable(),
  window: z.enum(ruleWindows),
  windowCount: countAnswer.nullable(),
  holdDays: countAnswer,
})

export const myCodeAnswer = z
  .object({
    code: z.string(),
    link: z.string(),
    offer: offerAnswer.nullable(),
    /** One that gives more than the rules do, to this person, while it runs and has something left. */
    campaign: z
      .object({
        id: idAnswer('campaign'),
        name: z.string(),
        rateBp: countAnswer.nullable(),
        welcomeCredits: countAnswer.nullable(),
        endsAt: instantAnswer,
      })
      .nullable(),
  })
  .meta({ id: 'ReferralCode' })
export type MyCodeDto = z.output<typeof myCodeAnswer>

/** Credits, fen of cash, and coupons. */
const sumAnswer = z.object({ credits: countAnswer, cashFen: countAnswer, coupons: countAnswer })
export type RewardSumDto = z.output<typeof sumAnswer>

/** Somebody who was invited: no name, no address, no id. */
export const invitedAnswer = z
  .object({
    /** Of this list alone: it leads to nobody. */
    id: z.string(),
    maskedName: z.string(),
    level: z.union([z.literal(1), z.literal(2)]),
    joinedAt: instantAnswer,
    hasPaid: z.boolean(),
    /** What came of them for the caller, pending and paid. */
    earned: sumAnswer,
  })
  .meta({ id: 'InvitedPerson' })
export type InvitedDto = z.output<typeof invitedAnswer>

export const myStatsAnswer = z
  .object({
    /** People of both levels, those of the first who have paid and not had all of it back, and their share in basis points. */
    invited: z.object({ level1: countAnswer, level2: countAnswer }),
    paying: countAnswer,
    conversionBp: countAnswer,
    earnings: z.object({ pending: sumAnswer, paid: sumAnswer, cancelled: sumAnswer, expired: sumAnswer }),
  })
  .meta({ id: 'ReferralStats' })
export type MyStatsDto = z.output<typeof myStatsAnswer>

const rebateFields = {
  id: idAnswer('rebate'),
  level: z.literal(rebateLevels),
  form: z.enum(rebateForms),
  /** Credits, fen of cash, or a coupon: when it was born, and now. */
  bornAmount: countAnswer,
  amount: countAnswer,
  createdAt: instantAnswer,
  dueAt: instantAnswer,
  endedAt: instantAnswer.nullable(),
  endReason: z.enum(rebateEndReasons).nullable(),
}

export const myRebateAnswer = z
  .object({
    ...rebateFields,
    state: z.enum(rebateStates),
    /** The campaign that raised it; null: by the ordinary rules. */
    campaign: z.string().nullable(),
    /** What the coupon is called; null for credits and cash. */
    couponName: z.string().nullable(),
    /** Whose order it came of. */
    maskedName: z.string(),
  })
  .meta({ id: 'Rebate' })
export type MyRebateDto = z.output<typeof myRebateAnswer>

const personAnswer = z.object({ id: idAnswer('user'), username: z.string() })

/** Why it is looked at: for who may review, and nobody else. */
const flagAnswer = z.object({
  rule: z.enum(fraudRuleKeys),
  severity: z.enum(flagSeverities),
  moment: z.enum(flagMoments),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAt: instantAnswer,
})
export type RebateFlagDto = z.output<typeof flagAnswer>

export const rebateRowAnswer = z.object({
  ...rebateFields,
  status: z.enum(rebateStatuses),
  baseFen: countAnswer,
  rateBp: countAnswer.nullable(),
  ruleVersion: countAnswer,
  /** The campaign that raised it; null: by the ordinary rules. */
  campaign: z.object({ id: idAnswer('campaign'), name: z.string() }).nullable(),
  /** Of one that is a coupon, or was born as one. */
  coupon: z
    .object({
      id: idAnswer('coupon'),
      name: z.string(),
      /** What finance may have paid instead. */
      credits: countAnswer,
      /** How the one that was given stands; null while none is. */
      given: z.enum(userCouponStatuses).nullable(),
      /** Why none could be given when it was due. */
      blockReason: z.enum(rebateBlocks).nullable(),
    })
    .nullable(),
  beneficiary: personAnswer,
  referee: personAnswer,
  order: z.object({ id: idAnswer('order'), orderNo: z.string() }),
  /** Null for who may not know. */
  flags: z.array(flagAnswer).nullable(),
  decisions: z
    .array(
      z.object({
        decision: z.enum(rebateDecisions),
        reason: z.string(),
        actor: z.string(),
        createdAt: instantAnswer,
      }),
    )
    .nullable(),
})
export type RebateRowDto = z.output<typeof rebateRowAnswer>

export const referralRuleAnswer = z.object({
  id: idAnswer('referralRule'),
  version: countAnswer,
  status: z.enum(ruleStatuses),
  isInForce: z.boolean(),
  ...offerAnswer.shape,
  expireDays: countAnswer,
  isReviewed: z.boolean(),
  signupsPerDay: countAnswer,
  refundShareBp: countAnswer,
  lawText: z.string().nullable(),
  note: z.string(),
  inForceFrom: instantAnswer,
  /** Null: it came with the program. */
  proposedBy: z.string().nullable(),
  isMine: z.boolean(),
  proposedAt: instantAnswer,
  decidedBy: z.string().nullable(),
  decidedAt: instantAnswer.nullable(),
  decisionNote: z.string().nullable(),
})
export type ReferralRuleDto = z.output<typeof referralRuleAnswer>

const stateSums = z.object({ count: countAnswer, sum: sumAnswer })
export const referralStatisticsAnswer = z.object({
  /** People who registered by somebody's code in these days, and those of them who have paid since, and not had all of it back. */
  invited: countAnswer,
  paying: countAnswer,
  conversionBp: countAnswer,
  /** Everybody who registered in these days. */
  registered: countAnswer,
  /** Money received of orders with rebates born in these days. */
  baseFen: countAnswer,
  rebates: z.object({ pending: stateSums, paid: stateSums, cancelled: stateSums, expired: stateSums }),
  ranking: z.array(
    z.object({
      person: personAnswer,
      invited: countAnswer,
      paying: countAnswer,
      /** What of it is pending or paid. */
      earned: sumAnswer,
    }),
  ),
})
export type ReferralStatisticsDto = z.output<typeof referralStatisticsAnswer>

export const rebateBatchAnswer = z.object({
  id: idAnswer('rebateBatch'),
  /** Null: by the clock. */
  actor: z.string().nullable(),
  startedAt: instantAnswer,
  finishedAt: instantAnswer.nullable(),
  paid: countAnswer,
  sum: sumAnswer,
  inReview: countAnswer,
  waiting: countAnswer,
  expired: countAnswer,
})
export type RebateBatchDto = z.output<typeof rebateBatchAnswer>

const payoutAnswer = z.object({
  paid: countAnswer,
  inReview: countAnswer,
  waiting: countAnswer,
  expired: countAnswer,
  /** Tried again by the next run. */
  failed: countAnswer,
})
export type PayoutDto = z.output<typeof payoutAnswer>

/** What a code in a link means to who opened it. */
const invitationAnswer = z.object({ state: z.enum(invitationStates), welcomeCredits: countAnswer })
export type InvitationDto = z.output<typeof invitationAnswer>
