import { z } from 'zod'
import { leastGiftDays } from '../credits/gift-days.ts'
import { idAnswer, idInput } from '../ids.ts'
import { ruleLimits } from '../referrals/kinds.ts'
import { roles } from '../roles.ts'
import { userStatuses } from '../accounts/kinds.ts'
import { textInput } from '../text.ts'
import { dayRange } from '../time.ts'
import type { BudgetUnit } from './kinds.ts'
import { boostForms, campaignLimits, couponMoments } from './kinds.ts'

const credits = z.number().int().min(1).max(campaignLimits.mostCredits)
const fen = z.number().int().min(1).max(10_000_000)
/** Whole days on Shanghai's calendar after that of the gift; null: it never expires. */
const giftDays = z.number().int().min(leastGiftDays).max(3_650).nullable()

/** Credits for each day in a row; beyond the table it begins again, or stays at its last. */
const checkIn = z.strictObject({
  kind: z.literal('check_in'),
  table: z.array(credits).min(1).max(campaignLimits.mostTableDays),
  after: z.enum(['repeat', 'stay']),
  /** Besides, once a run of days, when it has become so long. Of two for the same length the larger counts. */
  milestones: z
    .array(z.strictObject({ days: z.number().int().min(2).max(366), credits }))
    .max(campaignLimits.mostMilestones),
  giftDays,
})

/** By the list price; of several tiers that a recharge reaches the largest counts. What is bought never expires, nor what comes with it. */
const rechargeOffer = z.strictObject({
  kind: z.literal('recharge_offer'),
  reward: z.enum(['amount_off', 'bonus_credits']),
  /** `amount`: fen left off, or credits on top. */
  tiers: z
    .array(z.strictObject({ fromFen: fen, amount: z.number().int().min(1).max(1_000_000) }))
    .min(1)
    .max(campaignLimits.mostTiers),
})

/** One of these coupons each time, counted on the coupon too: neither budget nor its total is ever passed. */
const coupon = z.strictObject({ kind: z.literal('coupon'), couponId: idAnswer('coupon'), at: z.enum(couponMoments) })

/**
 * More for invitations than the rules of referral give while it runs: a better rate of the first level, more for the invited. What it adds is
 * what it costs, in whole credits, or in fen where rebates are cash.
 */
const referral = z
  .strictObject({
    kind: z.literal('referral'),
    form: z.enum(boostForms),
    /** Instead of the ordinary rate; null: that. */
    rateBp: z.number().int().min(1).max(ruleLimits.mostShareBp).nullable(),
    /** Instead of the ordinary reward, which is credits: nothing that a budget of money could count. */
    welcomeCredits: credits.nullable(),
  })
  .refine(({ rateBp, welcomeCredits }) => rateBp !== null || welcomeCredits !== null, {
    path: ['rateBp'],
    message: 'is needed where nothing else is given',
    params: { rule: 'required' },
  })
  .refine(({ form, welcomeCredits }) => form === 'credits' || welcomeCredits === null, {
    path: ['welcomeCredits'],
    message: 'is for rebates as credits alone',
    params: { rule: 'credits_only' },
  })

/** What a campaign does, by its kind; the version that held when somebody took part is kept with what they got. */
export const campaignRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim_gift'), credits, giftDays }),
  z.strictObject({ kind: z.literal('signup_gift'), credits, giftDays }),
  checkIn,
  rechargeOffer,
  coupon,
  referral,
])
export type CampaignRule = z.output<typeof campaignRule>
export type RuleOf<Kind extends CampaignRule['kind']> = Extract<CampaignRule, { kind: Kind }>

/** As it is asked for: nothing is given away whole by a tier that takes off all that it asks for. What is kept may be older than this. */
export const campaignRuleInput = campaignRule.superRefine((rule, found) => {
  if (rule.kind !== 'recharge_offer') return
  for (const [at, { fromFen, amount }] of rule.tiers.entries()) {
    // Of two with one threshold nobody could say which holds.
    if (rule.tiers.findIndex((tier) => tier.fromFen === fromFen) < at)
      found.addIssue({
        code: 'custom',
        path: ['tiers', at, 'fromFen'],
        message: 'is twice',
        params: { rule: 'unique' },
      })
    if (rule.reward === 'amount_off' && amount >= fromFen)
      found.addIssue({
        code: 'custom',
        path: ['tiers', at, 'amount'],
        message: 'must be less than its threshold',
        params: { rule: 'below_threshold' },
      })
  }
})

/** What the budget of such a campaign counts. */
export function unitOf(rule: CampaignRule): BudgetUnit {
  switch (rule.kind) {
    case 'claim_gift':
    case 'signup_gift':
    case 'check_in':
      return 'credits'
    case 'referral':
      return rule.form === 'cash' ? 'fen' : 'credits'
    case 'recharge_offer':
      return rule.reward === 'amount_off' ? 'fen' : 'credits'
    case 'coupon':
      return 'pieces'
  }
}

const times = z.number().int().min(1).max(10_000).nullable()
/** How often one person: in all, and on one day; null: as often as they like. A check-in is once a day by itself. */
export const campaignLimitsRule = z.strictObject({ perPerson: times, perPersonDay: times })
export type CampaignLimits = z.output<typeof campaignLimitsRule>

const days = z.number().int().min(1).max(3_650)
const audience = {
  all: z.strictObject({ kind: z.literal('all') }),
  /** Registered within so many days. */
  new: z.strictObject({ kind: z.literal('new'), days }),
  members: z.strictObject({ kind: z.literal('members') }),
  /** Here for as long, and has begun no generation within so many days. */
  dormant: z.strictObject({ kind: z.literal('dormant'), days }),
  /** Has paid more than so much, what went back not counted. */
  spentOver: z.strictObject({ kind: z.literal('spent_over'), fen: z.number().int().min(0).max(2_000_000_000) }),
}
const { all, new: newcomers, members, dormant, spentOver } = audience

/** Whom a campaign is for, as it is asked for: a list by names. */
export const audienceInput = z.discriminatedUnion('kind', [
  all,
  newcomers,
  members,
  dormant,
  spentOver,
  z.strictObject({
    kind: z.literal('list'),
    usernames: z.array(z.string().min(1).max(64)).min(1).max(campaignLimits.mostListed),
  }),
  /** One of one's own saved filters of the list of people, as it is at this moment. */
  z.strictObject({ kind: z.literal('segment'), filterId: idInput('savedFilter') }),
])
export type AudienceInput = z.output<typeof audienceInput>

/** What a saved filter of the list of people asks for; what else stands in an address is no part of it. */
export const segmentSearch = z.object({
  search: textInput(0, 200).optional(),
  role: z.enum(roles).optional(),
  status: z.enum(userStatuses).optional(),
  ...dayRange,
})
export type SegmentSearch = z.output<typeof segmentSearch>

const kept = [
  all,
  newcomers,
  members,
  dormant,
  spentOver,
  z.strictObject({ kind: z.literal('list'), people: z.number().int() }),
] as const

/** As it is kept and shown to operators: of a list, how many are on it; of a saved filter, its name and what it asked for then. */
export const campaignAudience = z.discriminatedUnion('kind', [
  ...kept,
  z.strictObject({ kind: z.literal('segment'), name: z.string(), search: segmentSearch }),
])
export type CampaignAudience = z.output<typeof campaignAudience>

/** As everybody sees it: whom operators look for by name or address is nobody's to read. */
export const shownAudience = z.discriminatedUnion('kind', [...kept, z.strictObject({ kind: z.literal('segment') })])
export type ShownAudience = z.output<typeof shownAudience>
