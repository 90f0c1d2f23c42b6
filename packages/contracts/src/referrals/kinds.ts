/** What a rebate is given as. A coupon is one, of the coupon that the rule names. */
export const rebateForms = ['credits', 'cash', 'coupon'] as const
export type RebateForm = (typeof rebateForms)[number]

/** Why a coupon could not be given when its rebate was due; finance decides what is given instead. */
export const rebateBlocks = ['sold_out', 'paused', 'over', 'limit_reached'] as const
export type RebateBlock = (typeof rebateBlocks)[number]

/** Held until it is due, due until it is paid, looked at by a person in between where there is a reason. */
export const rebateStatuses = ['held', 'due', 'in_review', 'paid', 'cancelled', 'expired'] as const
export type RebateStatus = (typeof rebateStatuses)[number]

/** As its person reads it: why it waits is nobody's but finance's. */
export const rebateStates = ['pending', 'paid', 'cancelled', 'expired'] as const
export type RebateState = (typeof rebateStates)[number]
export const pendingStatuses = ['held', 'due', 'in_review'] as const satisfies readonly RebateStatus[]

export function rebateStateOf(status: RebateStatus): RebateState {
  return status === 'held' || status === 'due' || status === 'in_review' ? 'pending' : status
}

export const rebateEndReasons = ['refunded', 'rejected', 'suspended'] as const
export type RebateEndReason = (typeof rebateEndReasons)[number]

/** 0: the invited themself; 1: who invited them; 2: who invited that one. There is no third. */
export const rebateLevels = [0, 1, 2] as const
export type RebateLevel = (typeof rebateLevels)[number]

export const ruleStatuses = ['proposed', 'approved', 'rejected'] as const
export type RuleStatus = (typeof ruleStatuses)[number]

export const ruleWindows = ['first_order', 'orders', 'days'] as const
export type RuleWindow = (typeof ruleWindows)[number]

export const flagSeverities = ['high', 'low'] as const
export type FlagSeverity = (typeof flagSeverities)[number]

/** What a rebate is looked at for. High holds it for a person, low is only noted: the same address is also a family's or a school's. */
export const fraudRules = {
  same_person: 'high',
  same_payer_as_referrer: 'high',
  same_payer_as_referee: 'high',
  same_device: 'high',
  /** One ID number stands with the payees of both. */
  same_id_number: 'high',
  many_signups: 'high',
  refund_share: 'high',
  disposable_mail: 'low',
  same_address: 'low',
  /** Found by a refund, or by a payment after it: what the rebate was paid with is used, and cannot be taken back. */
  coupon_used: 'low',
} as const satisfies Record<string, FlagSeverity>
export type FraudRule = keyof typeof fraudRules
const isRule = (key: string): key is FraudRule => Object.hasOwn(fraudRules, key)
export const fraudRuleKeys: readonly FraudRule[] = Object.keys(fraudRules).filter(isRule)

export const flagMoments = ['fulfilment', 'payout', 'refund'] as const
export type FlagMoment = (typeof flagMoments)[number]

export const rebateDecisions = ['released', 'rejected', 'paid_in_credits'] as const
export type RebateDecisionKind = (typeof rebateDecisions)[number]

export const ruleLimits = {
  /** Both levels together never give more than this part of what was received; a deployment may set less. */
  mostShareBp: 3_000,
  mostLevels: 2,
  /** The refund window: what may go back at once is not paid out before. */
  leastHoldDays: 7,
  mostCouponCredits: 100_000,
  lawTextLength: { least: 20, most: 2_000 },
} as const

/** Of a code in a link: good for a registration, of nobody, one's own, or of no use to who has an account. */
export const invitationStates = ['fit', 'unknown', 'own', 'registered'] as const
export type InvitationState = (typeof invitationStates)[number]
