import type { EntryKind } from './kinds.ts'

/** Whoever is given something has time to use it. */
export const leastGiftDays = 7
/** As long as this before it lapses, whoever has some left of a gift is told. */
export const remindGiftDays = 3

/** What may expire. Credits that were paid for never do, nor what came with them. */
const giftKinds = ['gift_signup', 'gift_campaign', 'gift_referral'] as const satisfies readonly EntryKind[]
export type GiftKind = (typeof giftKinds)[number]
