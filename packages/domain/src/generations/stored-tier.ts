import { storedOneOf } from '../stored.ts'

/** Members' calls go first in the queue. */
const tiers = ['member', 'free'] as const
export type Tier = (typeof tiers)[number]

export const storedTier = storedOneOf('generations.tier', tiers)
