/**
 * What a campaign gives, and at what: a gift that is taken by hand, one with the registration, one for each day, something off a recharge, a
 * coupon, more for invitations.
 */
export const campaignKinds = ['claim_gift', 'signup_gift', 'check_in', 'recharge_offer', 'coupon', 'referral'] as const
export type CampaignKind = (typeof campaignKinds)[number]

/** What is stored; that one has not begun yet follows from its time. */
export const campaignStatuses = ['draft', 'running', 'paused', 'ended'] as const
export type CampaignStatus = (typeof campaignStatuses)[number]

/** How a person sees one. */
export const shownStatuses = ['upcoming', 'running', 'paused', 'ended'] as const
export type ShownStatus = (typeof shownStatuses)[number]

/** What an operator may make of one. */
export const campaignTargets = ['running', 'paused', 'ended'] as const
export type CampaignTarget = (typeof campaignTargets)[number]

export const campaignEndReasons = ['time', 'hand', 'budget'] as const
export type CampaignEndReason = (typeof campaignEndReasons)[number]

/** A budget counts one thing alone: credits given, fen left off, or pieces handed out. */
export const budgetUnits = ['credits', 'fen', 'pieces'] as const
export type BudgetUnit = (typeof budgetUnits)[number]

/** `reserved`: an order holds it; `released`: that order was closed unpaid. */
export const participationStatuses = ['rewarded', 'reserved', 'released'] as const
export type ParticipationStatus = (typeof participationStatuses)[number]

/** `rebate`: what a campaign adds to a rebate; `welcome`: to what the invited are given. */
export const rewardParts = ['gift', 'milestone', 'offer', 'coupon', 'rebate', 'welcome'] as const
export type RewardPart = (typeof rewardParts)[number]

/** When a coupon is given: it is taken by hand, or comes with the registration. */
export const couponMoments = ['claim', 'signup'] as const
export type CouponMoment = (typeof couponMoments)[number]

/** Rebates that a campaign can raise: of an amount. */
export const boostForms = ['credits', 'cash'] as const
export type BoostForm = (typeof boostForms)[number]

export const audienceKinds = ['all', 'new', 'members', 'dormant', 'spent_over', 'list', 'segment'] as const
export type AudienceKind = (typeof audienceKinds)[number]

/** Why a person cannot take part now; each is an error code too. */
/** Of the coupon that a campaign gives, whatever the campaign itself has left. */
const couponHindrances = ['COUPON_NOT_CLAIMABLE', 'COUPON_LIMIT_REACHED', 'COUPON_SOLD_OUT'] as const
export type CouponHindrance = (typeof couponHindrances)[number]

export const standingRefusals = [
  'CAMPAIGN_NOT_BEGUN',
  'CAMPAIGN_PAUSED',
  'CAMPAIGN_ENDED',
  'CAMPAIGN_NOT_FOR_YOU',
  'CAMPAIGN_LIMIT_PERSON',
  'CAMPAIGN_LIMIT_DAY',
  ...couponHindrances,
] as const
export type StandingRefusal = (typeof standingRefusals)[number]

export const campaignLimits = {
  nameLength: 60,
  descriptionLength: 2_000,
  mostCredits: 10_000,
  mostBudget: 1_000_000_000,
  /** Days of a check-in table. */
  mostTableDays: 31,
  mostMilestones: 12,
  mostTiers: 10,
  mostListed: 2_000,
  /** In percent of the budget: from here on operators are told. */
  alarmPercent: 80,
  /** So many days after somebody took part, what they pay counts as income that the campaign assisted. */
  assistedDays: 7,
  mostDryRunDays: 90,
} as const
