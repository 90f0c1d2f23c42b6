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

/** `rewrite` writes a replacement for a selection, which becomes a version only when the person accepts it. */
export const generationKinds = ['generate', 'regenerate', 'optimise', 'continue', 'rewrite'] as const
export type GenerationKind = (typeof generationKinds)[number]

/** Who pays. A continuation of a text that a length stop cut is free: the article was paid for. */
export const coverages = ['credits', 'membership', 'continuation'] as const
export type Coverage = (typeof coverages)[number]

/** Free continuations of one charged generation. */
export const freeContinuations = 5
