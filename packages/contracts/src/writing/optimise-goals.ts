/** What an optimisation may aim at. Free of zod, as is the rest of this file, so that a page may list them without loading it. */
export const optimiseGoals = [
  'shorter',
  'longer',
  'formal',
  'casual',
  'clearer',
  'livelier',
  'audience',
  'custom',
] as const
export type OptimiseGoal = (typeof optimiseGoals)[number]

/** Characters of the reader or the instruction that goes with a goal. */
export const longestInstruction = 500
