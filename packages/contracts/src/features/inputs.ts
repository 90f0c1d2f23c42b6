import { z } from 'zod'
import { features, featureStates } from './kinds.ts'

export const setFeatureInput = z.object({
  feature: z.enum(features),
  state: z.enum(featureStates),
  /** The state that was read: a change that somebody else made meanwhile is not written over. */
  before: z.enum(featureStates),
})
export type SetFeatureInput = z.output<typeof setFeatureInput>
