/** `requested` is stored but not yet charged; `refused` never was. */
export const generationStatuses = [
  'requested',
  'refused',
  'accepted',
  'running',
  'succeeded',
  'failed',
  'cancelled',
] as const
export type GenerationStatus = (typeof generationStatuses)[number]

/** Charged, and not at an end. */
export const runningStatuses = ['accepted', 'running'] as const satisfies readonly GenerationStatus[]
/** Not at an end: one generation of a creation is active at a time. */
export const activeStatuses = ['requested', ...runningStatuses] as const satisfies readonly GenerationStatus[]

export function isRunning(status: string): boolean {
  return runningStatuses.some((running) => running === status)
}

export function isActive(status: string): boolean {
  return activeStatuses.some((active) => active === status)
}

/** `rewrite` writes a replacement for a selection, which becomes a version only when the person accepts it. */
export const generationKinds = ['generate', 'regenerate', 'optimise', 'continue', 'rewrite'] as const
export type GenerationKind = (typeof generationKinds)[number]

/** What became of a work that was paid for: there, in the trash, or its texts gone for good while its numbers stay. */
export const paidWorkStates = ['kept', 'trashed', 'purged'] as const
export type PaidWorkState = (typeof paidWorkStates)[number]

/** A version of the creation, or an offer that becomes part of one only when the person accepts it. */
export const generationYieldKinds = ['version', 'offer'] as const
export type GenerationYield = (typeof generationYieldKinds)[number]

export const generationYields: Readonly<Record<GenerationKind, GenerationYield>> = {
  generate: 'version',
  regenerate: 'version',
  optimise: 'version',
  continue: 'version',
  rewrite: 'offer',
}

/** Who pays. A continuation of a text that a length stop cut is free: the article was paid for. */
export const coverages = ['credits', 'membership', 'continuation'] as const
export type Coverage = (typeof coverages)[number]

/** Free continuations of one charged generation. */
export const freeContinuations = 5
