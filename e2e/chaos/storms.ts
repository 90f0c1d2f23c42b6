import type { ChaosPlan } from './run-chaos.ts'

type Storm = Omit<ChaosPlan, 'seed' | 'say'>

/** `npm run chaos`: twenty strikes in ten minutes. */
export const longStorm: Storm = {
  atOnce: 40,
  strikes: 20,
  everyMs: 30_000,
  awayMs: { least: 1_000, most: 15_000 },
}

/** The same for every run of the tests, within a minute. */
export const shortStorm: Storm = {
  atOnce: 8,
  strikes: 5,
  everyMs: 5_000,
  awayMs: { least: 500, most: 3_000 },
}
