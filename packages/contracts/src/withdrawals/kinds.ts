/**
 * `requested`: held, nobody has decided. `submitted`: the channel was asked. `unknown`: what it did is not known, and only asked about.
 * `awaiting_confirm`: the payee has to take it in the channel's own app.
 */
export const withdrawalStatuses = [
  'requested',
  'in_review',
  'approved',
  'submitted',
  'awaiting_confirm',
  'unknown',
  'paid',
  'failed',
  'cancelled',
] as const
export type WithdrawalStatus = (typeof withdrawalStatuses)[number]

/** Before the channel was asked: it may be taken back by a word. */
export const unsubmittedStatuses = ['requested', 'in_review', 'approved'] as const satisfies readonly WithdrawalStatus[]
/** With the channel. */
export const sentStatuses = ['submitted', 'awaiting_confirm', 'unknown'] as const satisfies readonly WithdrawalStatus[]
/** The money is held. */
export const openStatuses = [...unsubmittedStatuses, ...sentStatuses] as const

/**
 * Why one ended without being paid, or was given back. `clawed_back`: what it was made of was taken back with a refund. `returned`: it
 * had arrived, and the channel brought it back later.
 */
export const withdrawalEndReasons = [
  'by_person',
  'rejected',
  'clawed_back',
  'not_confirmed',
  'name_mismatch',
  'payee_not_found',
  'channel_short',
  'over_limit',
  'refused',
  'returned',
] as const
export type WithdrawalEndReason = (typeof withdrawalEndReasons)[number]

/**
 * Why finance looks first. `payee_shared`: somebody else has given the same account; `id_shared`: the same ID number, for whatever account. `held`: a person or a rule of referrals holds it.
 */
export const withdrawalReviewReasons = ['large', 'payee_shared', 'id_shared', 'suspended', 'held'] as const
export type WithdrawalReviewReason = (typeof withdrawalReviewReasons)[number]

/** `per_payment`: what is paid in a month counts as one payment for labour; `cumulative`: withheld over the year. */
export const taxPolicies = ['none', 'per_payment', 'cumulative'] as const
export type TaxPolicy = (typeof taxPolicies)[number]

/** How finance looks through withdrawals. */
export const withdrawalQueues = ['waiting', 'under_way', 'paid', 'failed', 'cancelled'] as const
export type WithdrawalQueue = (typeof withdrawalQueues)[number]

/** How a payee shows who they are at a channel. `asked`: the channel is being asked who scanned. */
export const bindingStatuses = ['waiting', 'asked', 'bound', 'failed'] as const
export type BindingStatus = (typeof bindingStatuses)[number]
