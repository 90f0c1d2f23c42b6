/** Why nothing of an order can come back now. */
export const refundRefusals = ['not_paid', 'in_flight', 'nothing_left'] as const
export type RefundRefusal = (typeof refundRefusals)[number]

/** Why finance looks at a request first. */
export const refundWaits = ['used', 'late'] as const
export type RefundWait = (typeof refundWaits)[number]

/**
 * Whose wish it is: the person's, then what was used counts at the list price; or the platform's fault, then it counts as the share of
 * everything that was given.
 */
export const refundBases = ['wish', 'fault'] as const
export type RefundBasis = (typeof refundBases)[number]

/** How finance looks through refunds: what waits for a decision, what is on its way, what a person has to look at, what is over. */
export const refundQueues = ['waiting', 'under_way', 'attention', 'succeeded', 'rejected'] as const
export type RefundQueue = (typeof refundQueues)[number]
