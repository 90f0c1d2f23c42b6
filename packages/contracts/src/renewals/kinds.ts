/** `signing`: agreed to here, and not yet signed at the channel. `cancelled`: by the person, here. `ended`: for any other reason. */
export const renewalStatuses = ['signing', 'active', 'cancelled', 'ended'] as const

/** What operators ask for: each status, and what somebody may have to look at. `charging`: a charge of which nobody knows yet. */
export const renewalStates = ['signing', 'active', 'charging', 'cancelled', 'ended', 'open_at_channel'] as const
export type RenewalState = (typeof renewalStates)[number]

/**
 * Why a renewal ended that its person did not end here. `missed`: the days in which it could be charged went by. `not_paid`: every try was
 * refused. `not_signed`: nobody signed it at the channel.
 */
export const renewalEndReasons = [
  'ended_at_channel',
  'price_raised',
  'plan_off_sale',
  'refunded',
  'suspended',
  'channel_off',
  'not_paid',
  'missed',
  'not_signed',
] as const
export type RenewalEndReason = (typeof renewalEndReasons)[number]

/** Of the last try of a charge. `submitted`: it may have been paid. `not_sent`: it never reached the channel, and counts for nothing. */
export const renewalOutcomes = ['submitted', 'refused', 'not_sent'] as const
export type RenewalOutcome = (typeof renewalOutcomes)[number]

/** Why nobody may begin one now; it has to be announced days before, which takes a membership that lasts a while. */
export const renewalObstacles = ['no_channel', 'not_member', 'too_late'] as const
export type RenewalObstacle = (typeof renewalObstacles)[number]
