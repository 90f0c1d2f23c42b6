const rounds = Number(process.env['MOZHOU_PROPERTY_ROUNDS'] ?? 1)

/** Draws the cases of a run again, also those of a long one. */
export const namedSeed: number | null = process.env['MOZHOU_PROPERTY_SEED']
  ? Number(process.env['MOZHOU_PROPERTY_SEED'])
  : null

/** `npm run test:long` */
export const isLongRun: boolean = rounds > 1

/** Cases that a property test draws: `usual`, or a multiple of it in `npm run test:long` (MOZHOU_PROPERTY_ROUNDS). */
export function propertyRounds(usual = 100): { numRuns: number } {
  return { numRuns: usual * rounds }
}
