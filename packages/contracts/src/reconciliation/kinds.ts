/** `waiting`: the channel has not made it yet. `fetched`: file and lines are kept. `compared`: its findings are. */
export const billStatuses = ['waiting', 'fetched', 'compared'] as const
export type BillStatus = (typeof billStatuses)[number]

export const movementKinds = ['payment', 'refund'] as const
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

/** What becomes of a finding without a person: the money was credited, goes back, waits at its order for finance, or stood in a later bill. */
export const ownResolutions = ['credited', 'returned', 'order_flagged', 'appeared_later'] as const
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
