/** `waiting`: the channel has not made it yet. `fetched`: file and lines are kept. `compared`: its findings are. */
export const billStatuses = ['waiting', 'fetched', 'compared'] as const
export type BillStatus = (typeof billStatuses)[number]

/** `trade`: what was paid for and paid back. `flow`: what moved in the account; transfers stand there alone. */
export const billKinds = ['trade', 'flow'] as const
export type BillKind = (typeof billKinds)[number]

/** `transfer_return`: money that had reached a person came back to us. */
export const movementKinds = ['payment', 'refund', 'transfer', 'transfer_return'] as const
export type MovementKind = (typeof movementKinds)[number]

/** Where a bill and our books differ. `missing_here`: only the bill has it; `missing_there`: only we have it, after the next day's bill too. */
export const findingKinds = [
  'missing_here',
  'missing_there',
  'amount_differs',
  'status_differs',
  'order_differs',
] as const
export type FindingKind = (typeof findingKinds)[number]

/**
 * What becomes of a finding without a person: the money was credited, goes back, waits at its order for finance, stood in a later bill, or,
 * of a transfer that came back, is in its person's balance again.
 */
export const ownResolutions = ['credited', 'returned', 'order_flagged', 'appeared_later', 'given_back'] as const
export type OwnResolution = (typeof ownResolutions)[number]

/**
 * What finance finds out. `corrected_here`: our books were put right. `channel_corrects`: the channel puts its own right. `not_ours`: another
 * system of the same merchant moved it. `no_difference`: both are right, and the note says why.
 */
export const findingResolutions = ['corrected_here', 'channel_corrects', 'not_ours', 'no_difference'] as const
export type FindingResolution = (typeof findingResolutions)[number]

export const resolutionsOf: Readonly<Record<FindingKind, readonly FindingResolution[]>> = {
  missing_here: ['corrected_here', 'channel_corrects', 'not_ours'],
  missing_there: ['corrected_here', 'channel_corrects', 'no_difference'],
  amount_differs: ['corrected_here', 'channel_corrects', 'no_difference'],
  status_differs: ['corrected_here', 'channel_corrects', 'no_difference'],
  order_differs: ['corrected_here', 'channel_corrects', 'no_difference'],
}
